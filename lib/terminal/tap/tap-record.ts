import { framings } from '../../tap/framings.ts';
import type { TappedLink } from '../../tap/tapped-link.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Finding } from '../../trace/verdict-line.ts';
import { complain } from '../output.ts';
import type { FirstBytes } from '../record/first-bytes.ts';
import { FirstEvents } from '../record/first-events.ts';
import { bytesFor, keepRecord } from '../record/keep-record.ts';
import { rolesIn } from '../record/roles-in.ts';
import type { TapChosen } from './options.ts';

type Wanted = Pick<TapChosen, 'trace' | 'mode' | 'framing'>;

/**
 * The most verdicts that are kept: one for each connection in the picture, and not for a year of
 * them.
 */
const mostVerdicts = 100;

/** The most chunks that are kept, for their bytes. */
const mostChunks = 10_000;

/** The record of all connections of a tap, for `--trace`: as much as fits into a picture. */
export class TapRecord {
  readonly #wanted: Wanted;
  readonly #first = new FirstEvents();
  readonly #bytes: FirstBytes | undefined;
  readonly #chunks: TraceEvent[] = [];
  readonly #lanes = new Set<string>();
  readonly #verdicts: Finding[] = [];

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#bytes = bytesFor(wanted.trace);
  }

  /** Takes the bytes as they come in; where they go out they are the same. */
  readonly observe = (event: Omit<TraceEvent, 'n' | 'at'>): void => {
    if (this.#bytes === undefined || this.#chunks.length === mostChunks) return;
    if (event.what === 'chunk' && event.by === 'self')
      this.#chunks.push(this.#bytes.kept({ ...event, n: 0, at: 0 }));
  };

  take({ names }: TappedLink, batch: readonly TraceEvent[]): void {
    if (this.#wanted.trace === undefined) return;
    if (this.#first.part === undefined) for (const name of names) this.#lanes.add(name);
    for (const event of batch) this.#first.take(event);
  }

  /** A connection has ended, with this verdict. */
  judged(verdict: Finding): void {
    if (this.#verdicts.length < mostVerdicts) this.#verdicts.push(verdict);
  }

  /** Writes the file, and says where it is. */
  close(): void {
    const { trace: file, mode, framing } = this.#wanted;
    if (file === undefined) return;
    const { events, part: note } = this.#first;
    keepRecord(file, {
      events: [...this.#chunks, ...events],
      mode,
      title: 'what a tap saw',
      lanes: [...this.#lanes],
      verdicts: this.#verdicts,
      ...(framing !== 'raw' && { rolesOf: rolesIn(framings[framing]) }),
      ...(note && { note }),
    });
    complain(`record: ${file}${note ? ` (${note})` : ''}`);
  }
}
