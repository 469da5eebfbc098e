import type { TraceEvent } from '../../trace/event.ts';
import type { Actor } from './actor.ts';
import { Flood } from './flood.ts';
import type { OwnServer } from './opposite.ts';
import { QueueMeter } from './queue-meter.ts';

/** A flood's messages, in bytes: large, because a kernel takes some megabytes before anybody waits. */
const largest = 4_096;

/** The floods of one scene, which only our own server can be put to: what it holds is to be seen. */
export class Flooding {
  readonly #flood: Flood;
  #remark: string | undefined;

  constructor(maxMessage: number) {
    this.#flood = new Flood(Math.min(maxMessage, largest));
  }

  /** Says as many messages as it takes, each when the one before has arrived. */
  async flood(
    actor: Actor,
    name: string,
    victim: string,
    ours: OwnServer,
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
      `expected ${victim} to be cut, ${count} messages of ${name}'s were not enough`,
    );
  }

  /** What there is to say about the last flood that no event shows. Said once. */
  remark(): string | undefined {
    const remark = this.#remark;
    this.#remark = undefined;
    return remark;
  }

  /** Of a flood no more than there is to see. */
  seen(events: readonly TraceEvent[]): TraceEvent[] {
    return this.#flood.seen(events);
  }
}
