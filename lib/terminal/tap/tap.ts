import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { ByteCodec } from '../../framing/index.ts';
import { TappedLink } from '../../tap/tapped-link.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { pass } from './pass.ts';

export interface TapOptions {
  readonly codec: ByteCodec;
  readonly faults: Faults;
  readonly clock: Clock;
  /** Called with every event, at the moment when it happens. */
  readonly observe?: (event: Omit<TraceEvent, 'n' | 'at'>) => void;
  /** Called with the numbered events of one link in one turn of the event loop. */
  happened(link: TappedLink, batch: readonly TraceEvent[]): void;
  /** Called when both ends of a link are closed. */
  ended(link: TappedLink): void;
}

/** Connects pairs of wires, and reports what passes. */
export class Tap {
  readonly #options: TapOptions;
  readonly #open = new Set<TappedLink>();
  /** Links on which something happened in this turn. */
  readonly #changed = new Set<TappedLink>();
  #number = 0;

  constructor(options: TapOptions) {
    this.#options = options;
  }

  /** Passes on what these two wires say until both are closed. */
  between(
    wires: readonly [Wire, Wire],
    names: readonly [caller: string, server: string],
  ): void {
    const { codec, faults, clock, observe } = this.#options;
    const link = new TappedLink({
      link: wires[0].link,
      names,
      codec,
      now: () => clock.now(),
      next: () => ++this.#number,
      ...(observe && { observe }),
    });
    this.#open.add(link);
    this.#change(link);
    pass(wires, link, { faults, clock }, () => this.#change(link));
  }

  /** Reports what was not reported yet, and ends the links that are still open. */
  close(): void {
    this.#tell();
    for (const link of this.#open) this.#options.ended(link);
    this.#open.clear();
  }

  #change(link: TappedLink): void {
    if (this.#changed.size === 0) setImmediate(() => this.#tell());
    this.#changed.add(link);
  }

  #tell(): void {
    for (const link of this.#changed) {
      this.#options.happened(link, link.flush());
      if (!link.isOver || !this.#open.delete(link)) continue;
      this.#options.ended(link);
    }
    this.#changed.clear();
  }
}
