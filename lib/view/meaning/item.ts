import type { TraceEvent } from '../../trace/event.ts';

export type ArrowKind =
  | 'message'
  | 'notice'
  | 'refusal'
  | 'control'
  | 'connect'
  | 'fin'
  | 'rst';

/** Who may speak on a link, and since which event. */
export interface Turn {
  readonly who: string;
  readonly listener: string;
  readonly since: number;
}

/** One thing going from one end to the other, as both ends recorded it. */
export interface Arrow {
  readonly is: 'arrow';
  readonly kind: ArrowKind;
  readonly link: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** `stub`: still in transit when the batch ended. `late`: its stub was drawn in an earlier batch. */
  readonly heard: 'yes' | 'no' | 'stub' | 'late';
  /** Why it was not heard. */
  readonly reason?: string;
  /** The record at `from`, if that end keeps one. */
  readonly sent?: TraceEvent;
  /** The record at `to`, if that end keeps one and it has arrived. */
  readonly got?: TraceEvent;
  /** If it stands for several arrows, the last of their numbers. */
  readonly upTo?: number;
  /** Words that an exchange or a room passed on: what reached it, and what it sent onward. */
  readonly hops?: readonly [Arrow, Arrow];
  /** Half-duplex: the turn when it was sent, and when it had arrived. */
  readonly before?: Turn;
  readonly after?: Turn;
}

/** Whether the arrow arrived, but was not heard. */
export const refused = ({ heard, got }: Arrow): boolean =>
  heard !== 'stub' && got?.what === 'refused';

/** Two messages, each sent before the other was heard. */
export interface Cross {
  readonly is: 'cross';
  readonly first: Arrow;
  readonly second: Arrow;
}

/** The turn as it is from here on. */
export interface TurnMove extends Turn {
  readonly is: 'turn';
  readonly link: string;
}

/** What all the pictures are drawn from. */
export type Item = Arrow | Cross | TurnMove;
