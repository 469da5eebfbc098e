import type { Draw } from '../../datagram/talk-marks.ts';
import { seeded } from '../faults/shaper.ts';
import type { Secrets } from '../udp/datagram-network.ts';

const hexDigits = '0123456789abcdef';
const signLength = 64;

/**
 * The secrets of a room in memory. They are the same in every run, and everybody can compute them:
 * in one process nobody forges.
 */
export const openSecrets = (): Secrets => ({
  sign: text => drawn(seeded(sumOf(text)), hexDigits, signLength),
  draw: drawing(seeded(1)),
});

const drawing =
  (random: () => number): Draw =>
  (alphabet, length) =>
    drawn(random, alphabet, length);

const drawn = (random: () => number, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join(
    '',
  );

const sumOf = (text: string): number =>
  [...text].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 0);
