/** Markdown without fenced and inline code, formulas and placeholders: each of those becomes one neutral word. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, '. ')
    .replace(/\$\$[\s\S]*?\$\$/g, ' x. ')
    .replace(/\$[^$]*\$/g, ' x ')
    .replace(/`[^`]*`/g, ' x ')
    .replace(/\{\{[^}]*\}\}/g, ' 5 ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_#>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text: whatever has a letter or a digit. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * How many words it takes to read a Markdown text: prose by its words, a formula by what one says
 * aloud (numbers, letters, named operators and relations), code not at all.
 */
export function spokenWords(markdown: string): number {
  const plain = markdown.replace(/```[\s\S]*?```/g, ' ').replace(/\{\{[^}]*\}\}/g, '5');
  const formulas = plain.match(/\$\$[\s\S]*?\$\$|\$[^$]*\$/g) ?? [];
  const said = formulas.flatMap(
    (formula) =>
      formula
        .replace(/\\(?:begin|end)\{\w+\}|\\(?:left|right|quad|qquad|text|mathrm|mathbf)\b/g, ' ')
        .match(/\\[a-zA-Z]+|[a-zA-Z]+|\d+(?:\.\d+)?|[=<>+/]/g) ?? [],
  );
  return wordsOf(proseOf(plain.replace(/\$\$[\s\S]*?\$\$|\$[^$]*\$/g, ' '))).length + said.length;
}

/** Lines of fenced code. */
export function codeLines(markdown: string): number {
  const fences = markdown.match(/```[\s\S]*?```/g) ?? [];
  return fences.reduce((sum, fence) => sum + fence.split('\n').length - 2, 0);
}
