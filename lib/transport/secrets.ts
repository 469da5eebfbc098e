import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Draw, Sign } from '../datagram/index.ts';

/** A keyed hash whose key nobody knows, and which dies with this process. */
export function newSign(): Sign {
  const key = randomBytes(32);
  return text => createHmac('sha256', key).update(text).digest('hex');
}

/** What nobody can guess, each letter as likely as any other. */
export const drawSafely: Draw = (alphabet, length) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
