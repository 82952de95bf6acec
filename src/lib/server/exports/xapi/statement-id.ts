import { createHash } from 'node:crypto';

/** All ids of statements are names within this one; made once at random. */
const namespace = '7b0f3c56-3c1e-4f7d-9d0e-5a4d3a8f6c21';

/** A UUID of version 5 (RFC 9562, 5.5): the same name gives the same id. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
