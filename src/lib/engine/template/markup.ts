import { tex } from '@mdit/plugin-tex';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import yaml from 'highlight.js/lib/languages/yaml';
import MarkdownIt from 'markdown-it';
import temml from 'temml';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { stylesToClasses } from './formula-styles.ts';

for (const [name, language] of Object.entries({ bash, json, python, sql, yaml })) {
  hljs.registerLanguage(name, language);
}

/** Languages a fence may name; `text` is shown as it is. */
const languages = new Set(['text', ...hljs.listLanguages()]);

/** How a formula is written into HTML. */
type WriteFormula = (tex: string, isBlock: boolean) => string;

/**
 * Markdown to HTML. Raw HTML stays text and links to scripts are refused (markdown-it's own rules),
 * so that what comes out is safe whoever wrote what went in.
 */
function markdownWith(formula: WriteFormula): MarkdownIt {
  const parser: MarkdownIt = new MarkdownIt({
    html: false,
    linkify: false,
    typographer: false,
    highlight: (code, language) =>
      language && hljs.getLanguage(language)
        ? hljs.highlight(code, { language }).value
        : parser.utils.escapeHtml(code),
  });
  return parser.use(tex, { delimiters: 'dollars', mathFence: false, render: formula });
}

/** Formulas become MathML, which browsers draw and screen readers speak without a script or a style of ours. */
const markdown = markdownWith((source, isBlock) => {
  const rendered = temml.renderToString(source.trim(), {
    displayMode: isBlock,
    annotate: true,
    throwOnError: false,
    trust: false,
  });
  const { mathml } = stylesToClasses(rendered);
  return isBlock ? `<div class="formula">${mathml}</div>` : mathml;
});

/** Formulas stay TeX between the delimiters of MathJax, for readers that bring it along. */
const markdownForMathJax: MarkdownIt = markdownWith((source, isBlock) => {
  const escaped = markdownForMathJax.utils.escapeHtml(source.trim());
  return isBlock ? `<p>\\[${escaped}\\]</p>\n` : `\\(${escaped}\\)`;
});

/** Stems, options and feedback are met again and again; a bounded memory of them saves the work. */
const remembered = new Map<string, string>();
const mostRemembered = 5000;

/** HTML of a Markdown text; paragraphs and blocks. */
export function renderMarkdown(text: string): string {
  return remember(`b${text}`, () => markdown.render(text));
}

/** HTML of one line of Markdown, without a paragraph around it. */
export function renderInline(text: string): string {
  return remember(`i${text}`, () => markdown.renderInline(text));
}

/** The same with TeX for MathJax, which is not remembered: it is asked for once a file. */
export function renderForMathJax(text: string): string {
  return markdownForMathJax.render(text);
}

/** A Markdown text's tokens, for forms that are no HTML. */
export function tokensOf(text: string): ReturnType<MarkdownIt['parse']> {
  return markdown.parse(text, {});
}

function remember(key: string, render: () => string): string {
  let html = remembered.get(key);
  if (html === undefined) {
    html = render();
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, html);
  }
  return html;
}

/** Says what in a text would not render: broken TeX, a fence in a language that is not known. */
export function checkMarkup(text: string): Result<null, string> {
  for (const token of tokensOf(text)) {
    if (token.type === 'fence' && !languages.has(token.info.trim())) {
      return fail(`a fence names "${token.info.trim()}"; use one of ${[...languages].join(', ')}`);
    }
    for (const part of [token, ...(token.children ?? [])]) {
      if (part.type !== 'math_inline' && part.type !== 'math_block') {
        if (part.type === 'text' && part.content.includes('$') && !text.includes('\\$')) {
          return fail(`a dollar sign stands alone in "${part.content.slice(0, 60)}"`);
        }
        continue;
      }
      try {
        const mathml = temml.renderToString(part.content, { throwOnError: true, strict: true });
        const { unknown } = stylesToClasses(mathml);
        if (unknown.length > 0) {
          return fail(`$${part.content}$ needs a style that pages do not have: ${unknown.join()}`);
        }
      } catch (error) {
        return fail(`$${part.content}$ is not TeX: ${error instanceof Error ? error.message : ''}`);
      }
    }
  }
  return ok(null);
}
