import type { MisconceptionView, ReportView } from '#lib/engine/report/view-model.ts';
import { percent } from '#lib/engine/report/summary.ts';
import { plainText } from '#lib/engine/template/plain-text.ts';
import { type Sheet, heading, heightOf, makeRoom, paragraph, put, tagged } from '../sheet.ts';
import { colours, frame, frameWidth, sizes } from '../style.ts';
import { table } from '../table.ts';

/** The most that are told in full; more would be read by nobody. */
const mostTold = 8;

export function misconceptions(sheet: Sheet, { misconceptions: seen }: ReportView): void {
  heading(sheet, 'Misconceptions seen', 60);
  if (seen.length === 0) {
    paragraph(sheet, 'No answer pointed to a known misconception.');
    return;
  }
  for (const each of seen.slice(0, mostTold)) misconception(sheet, each);
  const rest = seen.slice(mostTold).map(({ title }) => title);
  if (rest.length > 0) paragraph(sheet, `Also: ${rest.join('; ')}.`, { colour: colours.soft });
}

function misconception(sheet: Sheet, { title, seen, chances, remedy }: MisconceptionView): void {
  const name = `${title}, in ${seen} of ${chances} ${chances === 1 ? 'chance' : 'chances'}`;
  const cure = plainText(remedy);
  const strong = { font: 'strong', width: frameWidth } as const;
  const [above, below] = [heightOf(sheet, name, strong), heightOf(sheet, cure)];
  makeRoom(sheet, above + below + 2);
  tagged(sheet, 'P', () => {
    put(sheet, name, frame.left, sheet.y, strong);
    put(sheet, cure, frame.left, sheet.y + above + 1, { width: frameWidth, colour: colours.soft });
  });
  sheet.y += above + below + 9;
}

const certaintyNames = { 1: 'Guessing', 2: 'Fairly sure', 3: 'Certain' } as const;
/** Fewer answers than this say nothing about a habit. */
const enough = 5;

export function certainties(sheet: Sheet, { certainties: all }: ReportView): void {
  const rows = all.filter(({ answered }) => answered > 0);
  if (rows.length === 0) return;
  heading(sheet, 'How sure, and how right', 100);
  paragraph(sheet, 'What you are certain of should nearly always be right.', { size: sizes.body });
  table(
    sheet,
    [
      { heading: 'You said', width: 155, text: ({ certainty }) => certaintyNames[certainty] },
      { heading: 'Answers', width: 80, align: 'right', text: ({ answered }) => String(answered) },
      {
        heading: 'Right',
        width: 80,
        align: 'right',
        text: ({ right }) => String(Number(right.toFixed(1))),
      },
      {
        heading: 'Share',
        width: 190,
        align: 'right',
        text: ({ answered, right }) =>
          answered < enough ? 'too few answers to say' : percent((100 * right) / answered),
      },
    ],
    rows,
  );
}
