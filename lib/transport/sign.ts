import { createHmac, randomBytes } from 'node:crypto';
import type { Sign } from '../datagram/index.ts';

/** A keyed hash whose key nobody knows, and which dies with this process. */
export function newSign(): Sign {
  const key = randomBytes(32);
  return text => createHmac('sha256', key).update(text).digest('hex');
}
