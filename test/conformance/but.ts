import type { Wire } from '../../lib/connection/wire.ts';

/** The same wire with some of its methods replaced. */
export const but = (wire: Wire, changed: Partial<Omit<Wire, 'waiting'>>): Wire => ({
  link: wire.link,
  address: wire.address,
  start: events => wire.start(events),
  write: (...pieces) => wire.write(...pieces),
  get waiting() {
    return wire.waiting;
  },
  end: () => wire.end(),
  destroy: () => wire.destroy(),
  pause: () => wire.pause(),
  resume: () => wire.resume(),
  ...changed,
});
