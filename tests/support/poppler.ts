import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstall } from './find-or-install.ts';

const tools = ['pdftotext', 'pdftoppm', 'pdfinfo', 'pdffonts'];
const systemFolders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The folder of poppler's programs, the PDF reader of the tests: POPPLER_PATH, else the system's, else installed now. */
export function findPoppler(): string {
  const named = process.env['POPPLER_PATH'];
  const folders = named === undefined ? systemFolders : [named];
  return findOrInstall({
    what: 'poppler',
    present: () => folders.find((folder) => tools.every((tool) => existsSync(join(folder, tool)))),
    attempts:
      named === undefined
        ? [
            ['apt-get', ['update']],
            ['apt-get', ['install', '--yes', '--no-install-recommends', 'poppler-utils']],
          ]
        : [],
    hint: 'Install poppler-utils, or name the folder of pdftotext: POPPLER_PATH=/path/to/bin npm test',
  });
}

export interface ReadPdf {
  /** In the order of reading, any white space one space. */
  readonly text: string;
  readonly info: Readonly<Record<string, string>>;
  readonly pages: number;
  /** By page, the share of its pixels that are not white. */
  readonly ink: readonly number[];
  /** The structure tree, and what pdffonts lists. */
  readonly structure: string;
  readonly fonts: string;
}

/** A PDF as poppler reads and draws it. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const bin = findPoppler();
  const folder = mkdtempSync(join(tmpdir(), 'sextant-pdf-'));
  const run = (tool: string, ...args: string[]) =>
    execFileSync(join(bin, tool), args, { encoding: 'utf8', cwd: folder });
  try {
    writeFileSync(join(folder, 'report.pdf'), bytes);
    const info = Object.fromEntries(
      run('pdfinfo', 'report.pdf')
        .split('\n')
        .flatMap((line) => {
          const [, name, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? [];
          return name !== undefined && value !== undefined ? [[name, value] as const] : [];
        }),
    );
    run('pdftoppm', '-r', '40', 'report.pdf', 'page');
    const images = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
    return {
      text: run('pdftotext', '-raw', 'report.pdf', '-').replace(/\s+/g, ' '),
      info,
      pages: Number(info['Pages']),
      ink: images.toSorted().map((name) => inkOf(readFileSync(join(folder, name)))),
      structure: run('pdfinfo', '-struct', 'report.pdf'),
      fonts: run('pdffonts', 'report.pdf'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of a picture in the P6 format: a head of three lines, then three bytes a pixel. */
function inkOf(picture: Buffer): number {
  const head = /^P6\n\d+ \d+\n255\n/.exec(picture.subarray(0, 40).toString('latin1'))?.[0];
  if (head === undefined) throw new Error('a page is no P6 picture');
  const pixels = picture.subarray(head.length);
  return pixels.filter((value) => value < 250).length / pixels.length;
}
