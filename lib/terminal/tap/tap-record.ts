import type { TappedLink } from '../../tap/tapped-link.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Mode } from '../../trace/rules/index.ts';
import { complain } from '../output.ts';
import { FirstEvents } from '../record/first-events.ts';
import { keepRecord } from '../record/keep-record.ts';
import type { TapChosen } from './options.ts';

/** The record of all connections of a tap, for `--trace`: as much as fits into a picture. */
export class TapRecord {
  readonly #file: string | undefined;
  readonly #mode: Mode;
  readonly #first = new FirstEvents();
  readonly #lanes = new Set<string>();

  constructor({ trace, mode }: Pick<TapChosen, 'trace' | 'mode'>) {
    this.#file = trace;
    this.#mode = mode;
  }

  take({ names }: TappedLink, batch: readonly TraceEvent[]): void {
    if (this.#file === undefined) return;
    for (const name of names) this.#lanes.add(name);
    for (const event of batch) this.#first.take(event);
  }

  /** Writes the file, and says where it is. */
  close(): void {
    if (this.#file === undefined) return;
    const { events, part: note } = this.#first;
    const lanes = [...this.#lanes];
    const run = { events, mode: this.#mode, title: 'what a tap saw', lanes };
    keepRecord(this.#file, { ...run, ...(note && { note }) });
    complain(`record: ${this.#file}${note ? ` (${note})` : ''}`);
  }
}
