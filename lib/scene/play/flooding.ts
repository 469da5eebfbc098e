import type { TraceEvent } from '../../trace/event.ts';
import type { Actor } from './actor.ts';
import { Flood } from './flood.ts';
import type { ServerInHand } from './opposite.ts';
import { QueueMeter } from './queue-meter.ts';

/**
 * The size of a flood's messages in bytes: large, because the kernels hold some megabytes before
 * anybody waits.
 */
const largest = 4_096;

/** The server that is flooded. */
export type Flooded = Pick<ServerInHand, 'settled' | 'isCut' | 'heldFor'>;

/** The floods of one scene, and how much a server of ours holds meanwhile. */
export class Flooding {
  readonly #flood: Flood;
  #remark: string | undefined;

  constructor(maxMessage: number) {
    this.#flood = new Flood(Math.min(maxMessage, largest));
  }

  /** Sends as many messages as necessary, each after the previous one has arrived. */
  async flood(
    actor: Actor,
    name: string,
    victim: string,
    ours: Flooded,
  ): Promise<void> {
    const meter = new QueueMeter(victim);
    let count = 0;
    for (const text of this.#flood.messages()) {
      if (!actor.say(text)) break;
      count++;
      await ours.settled();
      if (ours.isCut(victim)) break;
      meter.note(ours.heldFor(victim), count);
    }
    this.#remark = meter.told(count);
    if (ours.isCut(victim)) return;
    throw new Error(
      `expected ${victim} to be disconnected, but ${count} messages from ${name} were not enough`,
    );
  }

  /** Returns, once per flood, a remark about what no event shows. */
  remark(): string | undefined {
    const remark = this.#remark;
    this.#remark = undefined;
    return remark;
  }

  /** Returns the events that a spectator sees. */
  seen(events: readonly TraceEvent[]): TraceEvent[] {
    return this.#flood.seen(events);
  }
}
