import type { Wire, WireEvents } from '../../lib/connection/wire.ts';

/** A peer that is no program of ours: bytes out, text in. */
export class Stranger {
  heard = '';
  readonly events: string[] = [];
  readonly wire: Wire;
  #changed = () => {};

  constructor(wire: Wire) {
    this.wire = wire;
    const event = (name: string) => () => {
      this.events.push(name);
      this.#changed();
    };
    const events: WireEvents = {
      chunk: bytes => {
        this.heard += Buffer.from(bytes).toString('latin1');
        this.#changed();
      },
      drained: event('drained'),
      ended: event('ended'),
      reset: event('reset'),
      closed: event('closed'),
    };
    wire.start(events);
  }

  write(words: string | Uint8Array): boolean {
    return this.wire.write(Buffer.from(words));
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>(resolve => {
        this.#changed = resolve;
      });
    }
  }

  hears(name: string): Promise<void> {
    return this.until(() => this.events.includes(name));
  }
}
