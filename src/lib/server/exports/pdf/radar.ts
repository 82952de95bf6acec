import type { DomainView } from '#lib/engine/report/view-model.ts';
import { percent, tellLevel } from '#lib/engine/report/summary.ts';
import { type Sheet, put, tagged } from './sheet.ts';
import { colours, sizes } from './style.ts';

const rings = [25, 50, 75, 100];

/** Levels with their intervals against targets, an axis a domain, the first straight up. */
export function radar(
  sheet: Sheet,
  domains: readonly DomainView[],
  centre: { readonly x: number; readonly y: number },
  radius: number,
): void {
  const { doc } = sheet;
  const at = (index: number, level: number): [number, number] => {
    const angle = (2 * Math.PI * index) / domains.length - Math.PI / 2;
    const distance = (radius * level) / 100;
    return [centre.x + distance * Math.cos(angle), centre.y + distance * Math.sin(angle)];
  };
  const polygon = (levelOf: (domain: DomainView) => number) =>
    doc.polygon(...domains.map((domain, index) => at(index, levelOf(domain))));
  const draw = () => {
    for (const ring of rings)
      polygon(() => ring)
        .lineWidth(0.5)
        .stroke(colours.hair);
    domains.forEach((_, index) => {
      doc
        .moveTo(centre.x, centre.y)
        .lineTo(...at(index, 100))
        .lineWidth(0.5)
        .stroke(colours.hair);
    });
    // The interval is the band between two outlines: what is between them is filled.
    polygon(({ level }) => level.high);
    polygon(({ level }) => level.low)
      .fillOpacity(0.55)
      .fill(colours.interval, 'even-odd');
    doc.fillOpacity(1);
    polygon(({ target }) => target)
      .lineWidth(1)
      .dash(3, { space: 2 })
      .stroke(colours.signal)
      .undash();
    polygon(({ level }) => level.expected)
      .lineWidth(1.4)
      .stroke(colours.ink);
    domains.forEach(({ level }, index) => {
      doc.circle(...at(index, level.expected), 2.2).fill(colours.ink);
    });
    domains.forEach(({ short }, index) => {
      const [x, y] = at(index, 100);
      const side = Math.sign(Math.round(x - centre.x));
      const style = { size: sizes.small, colour: colours.ink, width: 80 } as const;
      const align = side === 0 ? 'center' : side > 0 ? 'left' : 'right';
      const top = y + (side === 0 ? (y < centre.y ? -15 : 5) : y < centre.y ? -7 : -1);
      put(sheet, short, side === 0 ? x - 40 : side > 0 ? x + 5 : x - 85, top, { ...style, align });
    });
  };
  const caption = 'Line: level. Band: 90 % interval. Dashed: target.';
  const told = domains.map(
    (each) => `${each.title} ${tellLevel(each)}, target ${percent(each.target)}`,
  );
  tagged(sheet, 'Figure', draw, { alt: `Radar chart of levels by domain: ${told.join('; ')}.` });
  tagged(sheet, 'Caption', () => {
    const style = { size: sizes.small, colour: colours.soft, align: 'center' } as const;
    put(sheet, caption, centre.x - 115, centre.y + radius + 4, { ...style, width: 230 });
  });
}
