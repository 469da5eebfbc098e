import type { Shape } from '../../../lib/view/export/svg-shape.ts';
import { lineOf } from '../../../lib/view/meaning/line.ts';
import { sentence } from '../../../lib/view/rows/plain.ts';
import { type FactsParts, showFacts } from './facts.ts';
import { Following } from './follow.ts';
import { drawHeads, headHeight } from './heads.ts';
import { drawLadder } from './ladder.ts';
import { itemsOf, type Layout, layoutOf } from './layout.ts';
import { type Facts, LiveRecord } from './live-record.ts';
import { onceAFrame } from './once-a-frame.ts';
import { PauseNotice } from './pause-notice.ts';
import { fill, nodeOf, pixelsPerUnit } from './svg-nodes.ts';

/** The places of the page where the record is shown. */
export interface PictureParts extends FactsParts {
  /** The box that scrolls. */
  readonly wire: HTMLElement;
  readonly heads: Element;
  readonly ladder: Element;
  readonly told: HTMLElement;
  readonly paused: HTMLElement;
}

/** How far beyond the window the ladder is drawn, in units of the drawing. */
const beyond = 300;

/** The record on the page: as a ladder, or as one sentence per event. */
export class PagePicture {
  readonly #parts: PictureParts;
  readonly #record = new LiveRecord();
  readonly #following: Following;
  readonly #pause: PauseNotice;
  readonly #drawSoon = onceAFrame(() => this.#draw());
  /** Where everything stands; `undefined` if that has changed. */
  #layout: Layout | undefined;
  #sentences = false;
  #me = '';

  constructor(parts: PictureParts) {
    this.#parts = parts;
    this.#following = new Following(parts.wire);
    this.#pause = new PauseNotice(parts.paused);
    new ResizeObserver(() => this.#changes()).observe(parts.wire);
    parts.wire.addEventListener('scroll', () => this.#drawSoon());
  }

  take(update: string): void {
    this.#record.take(update);
    this.#pause.show(this.#record.facts?.paused);
    this.#changes();
  }

  /** Whose page this is. */
  isFor(me: string): void {
    this.#me = me;
    this.#changes();
  }

  /** Shows sentences, or (false) the ladder. */
  tells(sentences: boolean): void {
    this.#sentences = sentences;
    this.#changes();
  }

  colourOf(name: string): number {
    return this.#record.colourOf(name);
  }

  #changes(): void {
    this.#layout = undefined;
    this.#drawSoon();
  }

  #draw(): void {
    const { facts } = this.#record;
    if (facts === undefined) return;
    this.#layout ??= this.#lay(facts);
    const shapes = this.#sentences ? [] : this.#shapes(this.#layout);
    this.#parts.ladder.replaceChildren(...shapes.map(nodeOf));
  }

  /** Makes the page ready for what has changed: then it has its height, and can scroll. */
  #lay(facts: Facts): Layout {
    const { wire, heads, ladder, told } = this.#parts;
    const [width, height] = [wire.clientWidth, wire.clientHeight].map(size =>
      Math.floor(size / pixelsPerUnit()),
    ) as [number, number];
    const me = this.#me;
    const layout = layoutOf(this.#record, { width, least: height - headHeight, me });
    const colour = (name: string) => this.#record.colourOf(name);
    const names = drawHeads(layout.lanes, layout.at, { colour, me, width });
    fill(heads, names, { width, height: headHeight });
    fill(ladder, [], layout.plan);
    for (const svg of [heads, ladder]) svg.toggleAttribute('hidden', this.#sentences);
    told.hidden = !this.#sentences;
    if (this.#sentences) this.#tell();
    const folded = this.#sentences ? [] : layout.lanes.folded;
    showFacts(this.#parts, facts, { earlier: this.#record.earlier, folded });
    this.#following.settle();
    return layout;
  }

  /** The part of the ladder that is in the window. */
  #shapes(layout: Layout): Shape[] {
    const { wire, ladder } = this.#parts;
    const above = ladder.getBoundingClientRect().top - wire.getBoundingClientRect().top;
    const [from, to] = [-above, wire.clientHeight - above].map(
      pixels => pixels / pixelsPerUnit(),
    ) as [number, number];
    return drawLadder(layout, this.#record, { from: from - beyond, to: to + beyond });
  }

  #tell(): void {
    const items = lineOf(itemsOf(this.#record)).map(line => {
      const item = document.createElement('li');
      item.className = line.arrow.kind;
      item.textContent = sentence(line, true);
      return item;
    });
    this.#parts.told.replaceChildren(...items);
  }
}
