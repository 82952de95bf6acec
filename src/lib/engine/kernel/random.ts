import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { normalQuantile } from './normal.ts';

export type SeedPart = string | number;

/** A mutable stream: every call moves it on. Two made from the same parts give the same values. */
export interface Random {
  /** Uniform integer in lo..hi, both included. */
  integer(lo: number, hi: number): number;
  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  unit(): number;
  /** Standard normal, by inversion: one uniform each, so that streams stay in step. */
  normal(): number;
  /** One element, each as likely; throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A new array in uniformly random order (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[];
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function mix(hash: number, block: number): number {
  const scrambled = Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotate(hash ^ scrambled, 13), 5) + 0xe6546b64) | 0;
}

function avalanche(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The parts as 32-bit words, no two lists alike: a string is tag 1, its length and its UTF-16 units;
 * a number is tag 2 and the two halves of its IEEE 754 form. So ('ab', 'c') is not ('a', 'bc'),
 * and 1 is not '1'.
 */
function wordsOf(parts: readonly SeedPart[]): number[] {
  const words: number[] = [];
  const view = new DataView(new ArrayBuffer(8));
  for (const part of parts) {
    if (typeof part === 'string') {
      words.push(1, part.length);
      for (let i = 0; i < part.length; i += 1) words.push(part.charCodeAt(i));
    } else {
      if (!Number.isFinite(part)) throw new RangeError(`a seed part must be finite: ${part}`);
      view.setFloat64(0, part + 0); // −0 + 0 is 0: equal numbers give equal seeds
      words.push(2, view.getInt32(0), view.getInt32(4));
    }
  }
  return words;
}

function murmur(words: readonly number[], salt: number): number {
  let hash = salt;
  for (const word of words) hash = mix(hash, word);
  return avalanche(hash ^ (words.length * 4));
}

/**
 * Hash of the parts, an unsigned 32-bit integer, the same on every machine.
 *
 * Source: Appleby, MurmurHash3_x86_32 (public domain), seed 0, over the words of the parts. Its
 * finaliser lets every input bit change every output bit half of the time, so near seeds are unalike.
 */
export function hash32(...parts: SeedPart[]): number {
  return murmur(wordsOf(parts), 0);
}

/**
 * A stream of xoroshiro128+ (Blackman & Vigna 2018), its 128-bit state filled with four MurmurHash3
 * values of the parts under four salts. Filling the whole state, rather than expanding one 32-bit
 * seed, keeps thousands of attempts from sharing a stream and needs no warming up.
 */
export function randomFrom(...parts: SeedPart[]): Random {
  const words = wordsOf(parts);
  const state = [0x9e3779b9, 0x7f4a7c15, 0xf39cc060, 0x5cedc834].map(
    (salt) => murmur(words, salt) | 0,
  );
  if (!state.some((word) => word !== 0)) state[0] = 1; // the one state the generator never leaves
  const generator = xoroshiro128plusFromState(state);

  function integer(lo: number, hi: number): number {
    if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi) || hi < lo) {
      throw new RangeError(`no integers in ${lo}..${hi}`);
    }
    return uniformInt(generator, lo, hi);
  }

  function unit(): number {
    return uniformFloat64(generator);
  }

  function normal(): number {
    let p = unit();
    while (p === 0) p = unit();
    return normalQuantile(p);
  }

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[integer(0, list.length - 1)] as T;
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const order = [...list];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = integer(0, last);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  }

  return { integer, unit, normal, pick, shuffle };
}
