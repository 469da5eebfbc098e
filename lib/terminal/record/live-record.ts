import { realClock } from '../../connection/clock.ts';
import type { TraceEvent } from '../../trace/event.ts';
import { columnsHere } from '../line/window.ts';
import { asciiOnly, colours, complain, spelled } from '../output.ts';
import { FirstEvents } from './first-events.ts';
import { LivePicture } from './live-picture.ts';
import type { RecordingOptions } from './recording.ts';
import { verdictOfOneEnd } from './verdict-of-one-end.ts';

/**
 * For `--draw`: what this end sees, drawn as it happens, and finally the verdict that one end alone
 * can give.
 */
export class LiveRecord {
  readonly #options: RecordingOptions;
  readonly #first = new FirstEvents({ onlyJudged: true });
  readonly #picture: LivePicture;

  constructor(options: RecordingOptions) {
    this.#options = options;
    const { chosen, demo, end, show } = options;
    const waiting = () => process.stdout.writableLength;
    this.#picture = new LivePicture({
      mode: demo.mode,
      end,
      together: demo.relays === true,
      window: { columns: columnsHere, plain: chosen.plain },
      ascii: chosen.ascii || asciiOnly(),
      paint: colours,
      outlet: { show, waiting, clock: realClock },
    });
  }

  take(event: TraceEvent, peer: string): void {
    this.#first.take(event);
    this.#picture.take(event, peer);
  }

  /** Prints the verdict, unless a record is kept: that prints its own verdict. */
  close(): void {
    this.#picture.close();
    const { chosen, demo } = this.#options;
    if (chosen.trace !== undefined) return;
    const { line } = verdictOfOneEnd(demo.mode, this.#first);
    complain(spelled(line, chosen.ascii));
  }
}
