/**
 * Pages allow no style written into an element, so a formula's few styles become classes.
 * `formula.css` has a rule for each; the browser's own sheet has those that are empty here.
 */
const classes: Readonly<Record<string, string>> = {
  'display:block math': '',
  'math-depth:0': 'depth-0',
  'math-depth:1': 'depth-1',
  'math-depth:2': 'depth-2',
  'padding-left:0em': 'left-none',
  'padding-left:0pt': 'left-none',
  'padding-left:0.1389em': 'left-narrow',
  'padding-left:1em': 'left-wide',
  'padding-left:5.9776pt': 'left-column',
  'padding-right:0em': 'right-none',
  'padding-right:0pt': 'right-none',
  'padding-right:0.1389em': 'right-narrow',
  'padding-right:5.9776pt': 'right-column',
  'border-right:0.06em solid': 'rule-right',
  'border-bottom:0.06em solid': 'rule-below',
  'padding:3pt': 'boxed',
  'border:1px solid': 'boxed',
};

/** A tag with a style; the text of a formula escapes its angle brackets, so nothing else looks like one. */
const styledTag = /<(\w+)((?: [\w-]+="[^"]*")*?) style="([^"]*)"((?: [\w-]+="[^"]*")*)/g;

/** @returns the MathML without inline styles, and the declarations that no class stands for: those are left out */
export function stylesToClasses(mathml: string): { mathml: string; unknown: readonly string[] } {
  const unknown: string[] = [];
  const classOf = (declaration: string): string => {
    const name = Object.hasOwn(classes, declaration) ? classes[declaration] : undefined;
    if (name === undefined) unknown.push(declaration);
    return name ?? '';
  };
  const replaced = mathml.replace(
    styledTag,
    (_, tag: string, before: string, style: string, after: string) => {
      const names = style
        .split(';')
        .map((each) => each.trim())
        .filter((each) => each !== '')
        .map(classOf)
        .filter((each) => each !== '');
      return `<${tag}${withClasses(before + after, names)}`;
    },
  );
  return { mathml: replaced, unknown };
}

function withClasses(attributes: string, names: readonly string[]): string {
  if (names.length === 0) return attributes;
  const added = names.join(' ');
  return attributes.includes(' class="')
    ? attributes.replace(' class="', ` class="${added} `)
    : `${attributes} class="${added}"`;
}
