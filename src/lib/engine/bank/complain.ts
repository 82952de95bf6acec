import type { KeyPath } from './yaml-source.ts';

/** Says that something in the item is wrong, at a key path inside it. */
export type Complain = (at: KeyPath, code: string, message: string, hint: string) => void;
