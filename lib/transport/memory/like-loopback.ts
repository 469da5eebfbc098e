import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { faulty } from '../faults/faulty.ts';
import { memoryLink } from './memory.ts';

/**
 * A link that behaves as loopback mostly does, but the same every time: what is written together is
 * one chunk, of at most 64 KiB.
 */
export function likeLoopback() {
  const [near, far] = memoryLink('loopback', 'near', 'far');
  return { near: inOneGo(near), far: faulty(far, { chop: 65_536 }, realClock, 'in') };
}

/**
 * Writes together what is written in one task. A clock cannot decide that: on a busy machine,
 * writes come late.
 */
function inOneGo(wire: Wire): Wire {
  const write = wire.write.bind(wire);
  const pieces: Uint8Array[] = [];
  wire.write = (...more) => {
    if (pieces.length === 0) queueMicrotask(() => write(...pieces.splice(0)));
    pieces.push(...more);
    return true;
  };
  return wire;
}
