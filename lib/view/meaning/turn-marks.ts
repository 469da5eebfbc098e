import type { Group } from './crossings.ts';
import { type Arrow, refused, type Turn, type TurnMove } from './item.ts';

/** Half-duplex: whose turn it is on each link. The caller speaks first; a heard message passes it. */
export class TurnMarks {
  readonly #turn = new Map<string, Turn>();
  readonly #told = new Map<string, string>();
  readonly #ended = new Set<string>();

  /** Returns the arrow with the turn before and after it. */
  stamp(arrow: Arrow): Arrow {
    const before = this.#turn.get(arrow.link) ?? this.#firstTurn(arrow);
    const after = passesTheTurn(arrow) ? passedBy(arrow) : before;
    this.#turn.set(arrow.link, after);
    if (arrow.kind === 'fin' || arrow.kind === 'rst') this.#close(arrow);
    return { ...arrow, before, after };
  }

  /** Returns what to announce before these arrows: the first turn, when the first words come. */
  opening([arrow]: Group): TurnMove[] {
    if (arrow.kind !== 'message' || arrow.before === undefined) return [];
    return this.#told.has(arrow.link) ? [] : this.#tell(arrow.link, arrow.before);
  }

  /** Returns what to announce after them: the turn, if it has passed to another end. */
  moved([first, second]: Group): TurnMove[] {
    const { link, after } = second ?? first;
    const told = this.#told.get(link);
    if (after === undefined || told === undefined) return [];
    if (told === after.who || this.#ended.has(`${link} ${after.who}`)) return [];
    return this.#tell(link, after);
  }

  #tell(link: string, turn: Turn): TurnMove[] {
    this.#told.set(link, turn.who);
    return [{ is: 'turn', link, ...turn }];
  }

  /**
   * Returns the first turn: the caller's, from the moment it is connected. If the record starts
   * later, the speaker's.
   */
  #firstTurn(arrow: Arrow): Turn {
    const since = arrow.sent?.n ?? arrow.got?.n ?? 0;
    return { who: arrow.from, listener: arrow.to, since };
  }

  /** Notes that an end has ended: no turn is announced for it any more. */
  #close(arrow: Arrow): void {
    this.#ended.add(`${arrow.link} ${arrow.from}`);
    if (arrow.kind === 'rst') this.#ended.add(`${arrow.link} ${arrow.to}`);
  }
}

const passesTheTurn = (arrow: Arrow): boolean =>
  arrow.kind === 'message' && arrow.heard !== 'stub' && !refused(arrow);

const passedBy = (arrow: Arrow): Turn => ({
  who: arrow.to,
  listener: arrow.from,
  since: arrow.got?.n ?? arrow.sent?.n ?? 0,
});
