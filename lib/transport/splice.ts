import type { Wire } from '../connection/wire.ts';

/** Makes one link of two: what comes in on one goes out on the other, and so does how it ends. */
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
    // Room again on this side: the other one may be read again.
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
