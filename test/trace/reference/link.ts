import type { Kind } from '../../../lib/trace/event.ts';

/** What somebody said, and who received it when: by the real clock, which no record knows. */
export interface Said {
  readonly from: string;
  readonly kind: Kind;
  readonly link: Link;
  readonly at: number;
  readonly receipts: { readonly to: string; readonly at: number }[];
  /** Frames that carry it and may still be received. */
  underWay: number;
}

/** One frame on one link. A relay's carries what somebody else said. */
export interface Frame {
  readonly said: Said;
  readonly kind: Kind;
  readonly text: string;
  readonly nth?: number;
  /** Its receiver will not hear it. */
  readonly unwelcome: boolean;
}

/** One end of one link, as it is. */
export interface Side {
  readonly end: string;
  /** The frames that come to it, and the end of what is said to it. */
  readonly inbox: (Frame | 'end')[];
  readonly seen: Set<number>;
  isOpen: boolean;
  hasEnded: boolean;
  /** The other has reset the link, and this end does not know it yet. */
  isBroken: boolean;
  /** It neither says nor hears anything any more. */
  isOver: boolean;
  isClosed: boolean;
  said: number;
  received: number;
}

/** One connection. When it is over its name may be used again. */
export interface Link {
  readonly name: string;
  /** Datagrams: each carries its number, and may be lost, repeated or late. */
  readonly isNumbered: boolean;
  readonly sides: readonly [caller: Side, called: Side];
}

const side = (end: string): Side => ({
  end,
  inbox: [],
  seen: new Set(),
  isOpen: false,
  hasEnded: false,
  isBroken: false,
  isOver: false,
  isClosed: false,
  said: 0,
  received: 0,
});

export const newLink = (
  name: string,
  caller: string,
  called: string,
  isNumbered: boolean,
): Link => ({ name, isNumbered, sides: [side(caller), side(called)] });

export const opposite = ({ sides: [caller, called] }: Link, side: Side): Side =>
  side === caller ? called : caller;

/** One end of a link, to speak through. */
export type Way = readonly [Link, Side];
/** What a relay heard, to be passed on. */
export interface Source {
  readonly link: Link;
  readonly nth: number;
}

/** A frame as its record shows it. */
export const shown = ({ kind, text, nth }: Frame) => ({
  kind,
  text,
  size: text.length + 1,
  ...(nth === undefined ? {} : { nth }),
});
