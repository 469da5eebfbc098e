import { TapPicture } from '../../tap/tap-picture.ts';
import type { TappedLink } from '../../tap/tapped-link.ts';
import type { TraceEvent } from '../../trace/event.ts';
import { HexDump, type HexDumpOptions } from '../../view/bytes/hex-dump.ts';
import { styleFor } from '../../view/style.ts';
import { plainPaint } from '../../view/text/paint.ts';
import { fold } from '../fold.ts';
import { width } from '../line/window.ts';
import { asciiOnly, colours, print } from '../output.ts';
import { printVerdict } from '../play/print-verdict.ts';
import { RowFeed } from '../record/row-feed.ts';
import { WireFeed } from '../record/wire-feed.ts';
import type { TapChosen } from './options.ts';

/** Prints what a tap sees, as it happens, and the verdict on each connection when it ends. */
export class TapScreen {
  readonly #ascii: boolean;
  readonly #picture: TapPicture;
  readonly #isPlain: boolean;
  readonly #bytes: WireFeed | undefined;
  readonly #rows = new RowFeed({
    show: print,
    waiting: () => process.stdout.writableLength,
  });

  constructor(chosen: TapChosen) {
    const { plain, wire, mode, turns } = chosen;
    this.#ascii = chosen.ascii;
    const tty = process.stdout.isTTY === true;
    const style = plain ? 'plain' : styleFor(width(), 2, tty);
    this.#isPlain = style === 'plain';
    const ascii = chosen.ascii || asciiOnly();
    const look = { width: width(), ascii, paint: this.#isPlain ? plainPaint : colours };
    this.#picture = new TapPicture({ ...look, style, mode, turns });
    if (wire) this.#bytes = feedOf(look);
  }

  /** Shows the bytes as they arrive. They leave unchanged, so they are shown only once. */
  readonly observe = (event: Omit<TraceEvent, 'n' | 'at'>): void => {
    if (event.by === 'self') this.#bytes?.take({ ...event, n: 0, at: 0 });
  };

  draw(link: TappedLink, batch: readonly TraceEvent[]): void {
    const rows = this.#picture.draw(link, batch);
    this.#rows.show(rows.flatMap(row => this.#folded(row)));
  }

  end(link: TappedLink): void {
    const { good, line } = this.#picture.end(link);
    printVerdict(good, line, this.#ascii);
  }

  close(): void {
    this.#bytes?.close();
  }

  #folded(row: string): string[] {
    return this.#isPlain ? fold(row, '    ') : [row];
  }
}

const feedOf = (look: HexDumpOptions): WireFeed =>
  new WireFeed(new HexDump(look), {
    show: print,
    waiting: () => process.stdout.writableLength,
    drained: call => void process.stdout.once('drain', call),
  });
