// What every transport must keep; `halfCloses` only one that can end each direction alone. Each
// check is an async function that throws: memory.test.ts and tcp.test.ts run them on the right
// transports, and wrong.test.ts shows that they convict wrong ones.

import { ends } from './ends.ts';
import { halfCloses } from './half-closes.ts';
import type { Check } from './pair.ts';
import { resets } from './resets.ts';
import { streams } from './streams.ts';

export { halfCloses, wholeCloses } from './half-closes.ts';
export { holds, type Link, type Transport } from './pair.ts';

export const checks: Record<string, Check> = { ...streams, ...ends, ...resets };

/** All that a transport with half-close must keep. */
export const allChecks: Record<string, Check> = { ...checks, ...halfCloses };
