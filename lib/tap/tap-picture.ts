import type { TraceEvent } from '../trace/event.ts';
import { freest, type Mode } from '../trace/rules/index.ts';
import type { RuleOptions } from '../trace/rules/options.ts';
import { type Finding, findingOf } from '../trace/verdict-line.ts';
import type { View, ViewOptions } from '../view/ladder/lanes.ts';
import { viewIn, type Window } from '../view/style.ts';
import { mostEvents, type TappedLink } from './tapped-link.ts';

export interface TapPictureOptions extends Pick<ViewOptions, 'ascii' | 'paint'> {
  readonly window: Window;
  readonly mode: Mode;
  readonly turns: RuleOptions['turns'];
}

/**
 * All links of a tap in one column of rows. The names are printed again where the rows of another
 * link begin.
 */
export class TapPicture {
  readonly #options: TapPictureOptions;
  readonly #views = new Map<TappedLink, View>();
  #last: TappedLink | undefined;
  /** Links whose picture was announced to end before they do. */
  readonly #full = new Set<TappedLink>();

  constructor(options: TapPictureOptions) {
    this.#options = options;
  }

  draw(link: TappedLink, batch: readonly TraceEvent[]): string[] {
    const drawing = this.#viewOf(link);
    const head = this.#last === link ? [] : drawing.head();
    const rows = [...drawing.draw(batch), ...this.#endOf(link)];
    if (rows.length === 0) return [];
    this.#last = link;
    return [...head, ...rows];
  }

  /** The verdict on a link that has ended. */
  end(link: TappedLink): Finding {
    this.#views.delete(link);
    this.#full.delete(link);
    if (this.#last === link) this.#last = undefined;
    const verdict = link.verdict(this.#options.mode, this.#options.turns);
    const part = link.isFull ? ' · only its beginning was judged' : '';
    const { ok, line } = findingOf(verdict);
    return { ok, line: `${link.names[0]}: ${line}${part}` };
  }

  /** Announces once that a picture has reached its longest size. */
  #endOf(link: TappedLink): string[] {
    if (!link.isFull || this.#full.has(link)) return [];
    this.#full.add(link);
    const events = mostEvents.toLocaleString('en');
    return [`… ${link.names[0]}: not drawn after ${events} events; its bytes go on`];
  }

  #viewOf(link: TappedLink): View {
    const { window, ...look } = this.#options;
    // Whose turn it is by our own protocol is for programs that keep that protocol.
    const mode = look.turns === 'strict' ? look.mode : freest;
    const lanes = link.names;
    const known = this.#views.get(link) ?? viewIn(window, { ...look, mode, lanes });
    this.#views.set(link, known);
    return known;
  }
}
