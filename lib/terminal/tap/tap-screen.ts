import { realClock } from '../../connection/clock.ts';
import { TapPicture } from '../../tap/tap-picture.ts';
import type { TappedLink } from '../../tap/tapped-link.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Finding } from '../../trace/verdict-line.ts';
import { HexDump, type HexDumpOptions } from '../../view/bytes/hex-dump.ts';
import { plainPaint } from '../../view/text/paint.ts';
import { columnsHere, width } from '../line/window.ts';
import { asciiOnly, colours, print } from '../output.ts';
import { printVerdict } from '../play/print-verdict.ts';
import { RowFeed } from '../record/row-feed.ts';
import { WireFeed } from '../record/wire-feed.ts';
import type { TapChosen } from './options.ts';

/** Prints what a tap sees, as it happens, and the verdict on each connection when it ends. */
export class TapScreen {
  readonly #ascii: boolean;
  readonly #picture: TapPicture;
  readonly #bytes: WireFeed | undefined;
  readonly #rows = new RowFeed({
    show: print,
    waiting: () => process.stdout.writableLength,
    clock: realClock,
    most: Infinity,
    what: 'event',
  });

  constructor(chosen: TapChosen) {
    const { plain, wire, mode, turns } = chosen;
    this.#ascii = chosen.ascii;
    const ascii = chosen.ascii || asciiOnly();
    const look = { ascii, paint: plain ? plainPaint : colours };
    const window = { columns: columnsHere, plain };
    this.#picture = new TapPicture({ ...look, window, mode, turns });
    if (wire) this.#bytes = feedOf({ ...look, width });
  }

  /** Shows the bytes as they arrive. They leave unchanged, so they are shown only once. */
  readonly observe = (event: Omit<TraceEvent, 'n' | 'at'>): void => {
    if (event.by === 'self') this.#bytes?.take({ ...event, n: 0, at: 0 });
  };

  draw(link: TappedLink, batch: readonly TraceEvent[]): void {
    const rows = this.#picture.draw(link, batch);
    if (this.#rows.takes(0, batch.length)) this.#rows.show(rows);
  }

  /** Prints the verdict on a link, and returns it. */
  end(link: TappedLink): Finding {
    const verdict = this.#picture.end(link);
    printVerdict(verdict.ok, verdict.line, this.#ascii);
    return verdict;
  }

  close(): void {
    this.#rows.close();
    this.#bytes?.close();
  }
}

const feedOf = (look: HexDumpOptions): WireFeed =>
  new WireFeed(new HexDump(look), {
    show: print,
    waiting: () => process.stdout.writableLength,
    clock: realClock,
  });
