import type { TraceEvent } from '../../trace/event.ts';
import { drawn } from '../../trace/event.ts';
import { Matcher } from '../../trace/match.ts';
import { Origins } from '../../trace/origins.ts';
import type { Mode } from '../../trace/rules/index.ts';
import { looks, type ModeLook } from '../looks.ts';
import { arrowOf } from './arrows.ts';
import { type Group, pairCrossings } from './crossings.ts';
import { type EndNames, Ends } from './ends.ts';
import type { Arrow, Cross, Item } from './item.ts';
import { TurnMarks } from './turn-marks.ts';

export interface PictureOptions extends EndNames {
  readonly mode?: Mode;
}

/**
 * Converts settled batches of events into what every renderer needs: arrows, crossings and
 * turns. It remembers what is in transit, and whose turn it is.
 */
export class Picture {
  readonly #matcher = new Matcher();
  readonly #ends: Ends;
  readonly #look: ModeLook | undefined;
  readonly #turns = new TurnMarks();
  readonly #origins = new Origins();
  readonly #spoken = new Set<string>();

  constructor(options: PictureOptions) {
    this.#ends = new Ends(options);
    this.#look = options.mode && looks[options.mode];
  }

  add(batch: readonly TraceEvent[]): Item[] {
    const events = batch.filter(drawn);
    for (const event of events) {
      this.#matcher.add(event);
      this.#ends.learn(event);
      this.#origins.add(event);
    }
    const groups = pairCrossings(this.#arrows(events), sent => this.#origins.of(sent));
    return groups.flatMap(group => this.#items(group));
  }

  /** Learns from an event that is not drawn: a message that is heard passes the turn. */
  skip(event: TraceEvent): Item[] {
    if (event.kind !== 'message' || event.what === 'refused') return [];
    if (this.#look?.lane === 'turn') return this.add([event]);
    this.#spoken.add(event.link);
    return [];
  }

  /** Makes one arrow of a cause and its effect, in the order in which either was first recorded. */
  #arrows(events: readonly TraceEvent[]): Arrow[] {
    const here = new Set(events);
    const done = new Set<TraceEvent>();
    const arrows: Arrow[] = [];
    for (const event of events) {
      if (done.has(event)) continue;
      const partner = this.#matcher.of(event);
      if (partner) done.add(partner);
      const partnerIsHere = partner !== undefined && here.has(partner);
      const far = this.#ends.far(event);
      arrows.push(this.#named(arrowOf(event, { partner, partnerIsHere, far })));
    }
    return arrows;
  }

  /** In simplex a receiver that ends before a word is said gives up the right to speak. */
  #named(arrow: Arrow): Arrow {
    if (arrow.kind === 'connect') this.#ends.learnOpener(arrow.link, arrow.from);
    if (arrow.kind === 'message') this.#spoken.add(arrow.link);
    const silence = this.#look?.silence;
    if (silence === undefined || arrow.kind !== 'fin') return arrow;
    const receiver = this.#ends.opener(arrow.link) === arrow.to;
    if (!receiver || this.#spoken.has(arrow.link)) return arrow;
    return { ...arrow, label: silence };
  }

  #items(group: Group): Item[] {
    if (this.#look?.lane !== 'turn') return [joined(group)];
    const stamped = group.map(arrow => arrow && this.#turns.stamp(arrow)) as Group;
    const opening = this.#turns.opening(stamped);
    return [...opening, joined(stamped), ...this.#turns.moved(stamped)];
  }
}

const joined = ([first, second]: Group): Arrow | Cross =>
  second === undefined ? first : { is: 'cross', first, second };
