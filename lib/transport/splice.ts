import type { Wire } from '../connection/wire.ts';

/** Joins two links into one: bytes that arrive on one leave on the other, and so do FIN and RST. */
export function splice(one: Wire, other: Wire): void {
  pass(one, other);
  pass(other, one);
}

function pass(from: Wire, to: Wire): void {
  let ended = false;
  from.start({
    chunk(bytes) {
      if (!to.write(bytes)) from.pause();
    },
    // This side has space again, so the other side may be read again.
    drained: () => to.resume(),
    ended() {
      ended = true;
      to.end();
    },
    reset: () => to.destroy(),
    closed() {
      if (!ended) to.destroy();
    },
  });
}
