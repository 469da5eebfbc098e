import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Draw } from '../../datagram/talk-marks.ts';
import type { Mac } from '../../datagram/token.ts';

/** Returns a keyed hash function. Nobody knows its key, which exists only in this process. */
export function newMac(): Mac {
  const key = randomBytes(32);
  return text => createHmac('sha256', key).update(text).digest('hex');
}

/** Draws characters that nobody can guess, each as likely as any other. */
export const drawSafely: Draw = (alphabet, length) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
