import type { Shape } from '../../../lib/view/export/svg-shape.ts';
import { lineOf } from '../../../lib/view/meaning/line.ts';
import { sentence } from '../../../lib/view/rows/plain.ts';
import { Following } from './follow.ts';
import { drawHeads, headHeight } from './heads.ts';
import { drawLadder } from './ladder.ts';
import { itemsOf, type Layout, layoutOf } from './layout.ts';
import { type Facts, LiveRecord } from './live-record.ts';
import { onceAFrame } from './once-a-frame.ts';
import { fill, nodeOf, pixelsPerUnit } from './svg-nodes.ts';
import { verdictOf } from './verdict.ts';

/** The places of the page where the record is shown. */
export interface PictureParts {
  /** The box that scrolls. */
  readonly wire: HTMLElement;
  readonly heads: Element;
  readonly ladder: Element;
  readonly told: HTMLElement;
  readonly earlier: HTMLElement;
  readonly paused: HTMLElement;
  readonly verdict: HTMLElement;
  readonly counted: HTMLElement;
  readonly folded: HTMLElement;
}

/** How far beyond the window the ladder is drawn, in units of the drawing. */
const beyond = 300;

/** The record on the page: as a ladder, or as one sentence per event. */
export class PagePicture {
  readonly #parts: PictureParts;
  readonly #record = new LiveRecord();
  readonly #following: Following;
  readonly #drawSoon = onceAFrame(() => this.#draw());
  /** Where everything stands; `undefined` if that has changed. */
  #layout: Layout | undefined;
  #sentences = false;
  #me = '';

  constructor(parts: PictureParts) {
    this.#parts = parts;
    this.#following = new Following(parts.wire);
    new ResizeObserver(() => this.#changes()).observe(parts.wire);
    parts.wire.addEventListener('scroll', () => this.#drawSoon());
  }

  take(update: string): void {
    this.#record.take(update);
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
    const { ladder } = this.#parts;
    if (this.#sentences) ladder.replaceChildren();
    else ladder.replaceChildren(...this.#shapes(this.#layout).map(nodeOf));
  }

  /** Makes the page ready for what has changed: then it has its height, and can scroll. */
  #lay(facts: Facts): Layout {
    const { wire, heads, ladder, told, earlier } = this.#parts;
    const scale = pixelsPerUnit();
    const width = Math.max(200, Math.floor(wire.clientWidth / scale));
    const least = Math.floor(wire.clientHeight / scale) - headHeight;
    const layout = layoutOf(this.#record, { width, least, me: this.#me });
    const colour = (name: string) => this.#record.colourOf(name);
    const names = drawHeads(layout.lanes, layout.at, { colour, me: this.#me, width });
    fill(heads, names, { width, height: headHeight });
    fill(ladder, [], layout.plan);
    earlier.hidden = this.#record.earlier === 0;
    earlier.textContent = `… ${this.#record.earlier.toLocaleString('en')} earlier events`;
    for (const svg of [heads, ladder]) svg.toggleAttribute('hidden', this.#sentences);
    told.hidden = !this.#sentences;
    if (this.#sentences) this.#tell();
    this.#nameFolded(layout.lanes.folded);
    this.#judge(facts);
    this.#following.settle();
    return layout;
  }

  #shapes(layout: Layout): Shape[] {
    const { wire, ladder } = this.#parts;
    const scale = pixelsPerUnit();
    const above = ladder.getBoundingClientRect().top - wire.getBoundingClientRect().top;
    const from = -above / scale - beyond;
    const to = (wire.clientHeight - above) / scale + beyond;
    return drawLadder(layout, this.#record, { from, to });
  }

  #nameFolded(names: readonly string[]): void {
    const { folded } = this.#parts;
    folded.hidden = names.length === 0 || this.#sentences;
    folded.textContent = `On the lane “others”: ${names.join(', ')}.`;
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

  #judge(facts: Facts): void {
    const { verdict, counted, paused } = this.#parts;
    const { isShown, headline, counted: counts } = verdictOf(facts);
    verdict.textContent = headline;
    verdict.classList.toggle('shown', isShown);
    counted.textContent = counts;
    paused.hidden = facts.paused === undefined;
    paused.textContent = `More than ${facts.paused?.toLocaleString('en')} events per second: the picture continues when the room is calmer.`;
  }
}
