import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import { kindsBankFiles } from '../../support/kinds-bank.ts';

/*
 * Files of a bank that somebody spoiled, by accident or not: each is read or refused with a problem that has a path
 * and a hint, never thrown at, never slow, and no prototype changes.
 */

const sound = kindsBankFiles();
const harmful = [
  '__proto__',
  '"__proto__": { "polluted": true },',
  '"constructor": { "prototype": { "polluted": true } },',
  '1e309',
  '-1e309',
  '9'.repeat(400),
  '1e-400',
  '0x7fffffffffffffff',
  '.nan',
  '.inf',
  '!!binary AAAA',
  '!!js/function "x"',
  '!!set {}',
  '&a [*a]',
  '<<: *a',
  '\u0000',
  '\uFFFD',
  '\uD800',
  '\u202E',
  '../../../etc/passwd',
  "'; DROP TABLE answers; --",
  '['.repeat(3000),
  '{"a":'.repeat(3000),
  '- '.repeat(3000),
  'x'.repeat(100_000),
  '? '.repeat(500),
];

const piece = fc.oneof(
  fc.constantFrom(...harmful),
  fc.string({ unit: 'binary', maxLength: 20 }),
  // Bytes that are no UTF-8, as reading the file would decode them.
  fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString()),
  fc.double().map(String),
);

/** One file with a piece put in at some place, or in place of a value. */
const spoiled = fc
  .record({
    file: fc.nat(sound.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(12),
    piece,
    isValue: fc.boolean(),
  })
  .map(({ file, at, removed, piece: put, isValue }): BankFile[] =>
    sound.map((each, index) => {
      if (index !== file) return each;
      const { path, text } = each;
      const values = [...text.matchAll(/:("[^"]*"|[\d.]+)/g)];
      const value = values[Math.floor(at * (values.length - 1))];
      const start = isValue && value ? value.index + 1 : Math.floor(at * text.length);
      const end = isValue && value ? value.index + value[0].length : start + removed;
      return { path, text: text.slice(0, start) + put + text.slice(end) };
    }),
  );

describe('a spoiled file of the bank', () => {
  test('is read or refused with what is wrong and where, in no time, whatever was done to it', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoiled, (files) => {
        const began = performance.now();
        const bank = parseBank(files);
        expect(performance.now() - began).toBeLessThan(5000);
        expect({}).not.toHaveProperty('polluted');
        if (bank.ok) return;
        refused += 1;
        expect(bank.error.length).toBeGreaterThan(0);
        for (const { code, path, message, hint } of bank.error) {
          for (const text of [code, path, message, hint]) expect(text.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  test.each([
    'a/../../etc/passwd.yaml',
    '/etc/passwd.yaml',
    '__proto__/domain.yaml',
    'constructor/x.yaml',
    'x/y/z/domain.yaml',
    '\0.yaml',
  ])('may have any name: %s', (path) => {
    const bank = parseBank([...sound, { path, text: 'domain: [' }]);
    expect(typeof bank.ok).toBe('boolean');
    expect({}).not.toHaveProperty('polluted');
  });
});
