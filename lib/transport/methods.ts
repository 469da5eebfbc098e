import type { Wire } from '../connection/wire.ts';

/**
 * A wire's methods, for a wire that forwards most of them. For streams only: what a transport of datagrams
 * tells in addition does not pass. (`waiting` is a getter: a spread would freeze it.)
 */
export function methodsOf(wire: Wire): Omit<Wire, 'waiting'> {
  return {
    link: wire.link,
    address: wire.address,
    start: events => wire.start(events),
    write: (...pieces) => wire.write(...pieces),
    end: () => wire.end(),
    destroy: () => wire.destroy(),
    pause: () => wire.pause(),
    resume: () => wire.resume(),
    ...(wire.endings && { endings: wire.endings }),
  };
}
