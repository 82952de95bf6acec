import { randomBytes } from 'node:crypto';

/** Crockford's base 32: what looks like another sign is not in it. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
const isCode = new RegExp(`^[${alphabet}]{${length}}$`);
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** 60 bits in three groups of four, like `7Q2M-4XKD-09RT`. */
export function newTransferCode(): string {
  const signs = Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % 32)).join('');
  return signs.replace(/(.{4})(?!$)/g, '$1-');
}

/** The code as `newTransferCode` writes it, however it was typed: small letters, spaces, O for 0. Null where it is none. */
export function readTransferCode(typed: string): string | null {
  const signs = typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/[OIL]/g, (sign) => lookAlikes[sign] ?? sign);
  return isCode.test(signs) ? signs.replace(/(.{4})(?!$)/g, '$1-') : null;
}
