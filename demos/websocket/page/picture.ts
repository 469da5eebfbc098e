import { lineOf } from '../../../lib/view/meaning/line.ts';
import { sentence } from '../../../lib/view/rows/plain.ts';
import { Following } from './follow.ts';
import { headHeight } from './heads.ts';
import { itemsOf, ladderOf } from './ladder.ts';
import { type Facts, LiveRecord } from './live-record.ts';
import { onceAFrame } from './once-a-frame.ts';
import { fill, pixelsPerUnit } from './svg-nodes.ts';
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

/** The record on the page: as a ladder, or as one sentence per event. */
export class PagePicture {
  readonly #parts: PictureParts;
  readonly #record = new LiveRecord();
  readonly #following: Following;
  readonly #drawSoon = onceAFrame(() => this.#draw());
  #sentences = false;
  #me = '';

  constructor(parts: PictureParts) {
    this.#parts = parts;
    this.#following = new Following(parts.wire);
    new ResizeObserver(() => this.#drawSoon()).observe(parts.wire);
  }

  take(update: string): void {
    this.#record.take(update);
    this.#drawSoon();
  }

  /** Whose page this is. */
  isFor(me: string): void {
    this.#me = me;
    this.#drawSoon();
  }

  /** Shows sentences, or (false) the ladder. */
  tells(sentences: boolean): void {
    this.#sentences = sentences;
    this.#drawSoon();
  }

  colourOf(name: string): number {
    return this.#record.colourOf(name);
  }

  #draw(): void {
    const { facts, earlier } = this.#record;
    if (facts === undefined) return;
    this.#following.change(() => {
      const { heads, ladder, told, earlier: line } = this.#parts;
      line.hidden = earlier === 0;
      line.textContent = `… ${earlier.toLocaleString('en')} earlier events`;
      heads.toggleAttribute('hidden', this.#sentences);
      ladder.toggleAttribute('hidden', this.#sentences);
      told.hidden = !this.#sentences;
      if (this.#sentences) this.#tell();
      else this.#drawLadder();
    });
    this.#judge(facts);
  }

  #drawLadder(): void {
    const { wire, heads, ladder, folded, told } = this.#parts;
    const scale = pixelsPerUnit();
    const width = Math.max(200, Math.floor(wire.clientWidth / scale));
    const least = Math.floor(wire.clientHeight / scale) - headHeight;
    const drawn = ladderOf(this.#record, { width, height: least, me: this.#me });
    fill(heads, drawn.heads, { width, height: headHeight });
    fill(ladder, drawn.shapes, drawn);
    const names = drawn.lanes.folded;
    folded.hidden = names.length === 0;
    folded.textContent = `On the lane “others”: ${names.join(', ')}.`;
    told.replaceChildren();
  }

  #tell(): void {
    const { told, folded, ladder } = this.#parts;
    const lines = lineOf(itemsOf(this.#record));
    told.replaceChildren(
      ...lines.map(line => {
        const item = document.createElement('li');
        item.className = line.arrow.kind;
        item.textContent = sentence(line, true);
        return item;
      }),
    );
    folded.hidden = true;
    ladder.replaceChildren();
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
