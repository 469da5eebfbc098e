import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Draw } from '../../datagram/talk-marks.ts';
import type { Mac } from '../../datagram/token.ts';
import type { Secrets } from './datagram-network.ts';

/** Returns a keyed hash function. Nobody knows its key, which exists only in this process. */
function newMac(): Mac {
  const key = randomBytes(32);
  return text => createHmac('sha256', key).update(text).digest('hex');
}

/** A room in a real network has secrets that nobody can guess. */
export const safeSecrets = (): Secrets => ({ sign: newMac(), draw: drawSafely });

/** Draws characters that nobody can guess, each as likely as any other. */
const drawSafely: Draw = (alphabet, length) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
