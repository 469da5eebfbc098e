import type { Group } from './crossings.ts';
import { type Arrow, refused, type Turn, type TurnMove } from './item.ts';

/** Half-duplex: whose turn it is on each link. The caller speaks first; a heard message passes it. */
export class TurnMarks {
  readonly #turn = new Map<string, Turn>();
  readonly #told = new Map<string, string>();
  readonly #ended = new Set<string>();

  /** The arrow, with the turn as it stood when it left and when it had arrived. */
  stamp(arrow: Arrow): Arrow {
    const before = this.#turn.get(arrow.link) ?? this.#firstTurn(arrow);
    const after = passesTheTurn(arrow) ? passedBy(arrow) : before;
    this.#turn.set(arrow.link, after);
    if (arrow.kind === 'fin' || arrow.kind === 'rst') this.#close(arrow);
    return { ...arrow, before, after };
  }

  /** What to announce before these arrows are drawn: the first turn, when words come at last. */
  opening([arrow]: Group): TurnMove[] {
    if (arrow.kind !== 'message' || arrow.before === undefined) return [];
    return this.#told.has(arrow.link) ? [] : this.#tell(arrow.link, arrow.before);
  }

  /** What to announce after them: the turn, if it is with another than was last announced. */
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

  /** The caller's, from the moment it is connected. A record that starts later starts with the speaker. */
  #firstTurn(arrow: Arrow): Turn {
    const since = arrow.sent?.n ?? arrow.got?.n ?? 0;
    return { who: arrow.from, listener: arrow.to, since };
  }

  /** Who has ended is not told that it may speak. */
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
