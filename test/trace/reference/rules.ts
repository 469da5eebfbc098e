import type { Heard } from './heard.ts';

/** Two ends, all that each heard of the other, and who begins (simplex: who alone speaks). */
export interface Pair {
  readonly first: string;
  readonly heard: readonly Heard[];
}

/** Whether m and n, in opposite ways, were each sent before the other was received, as each end saw it. */
export const cross = (m: Heard, n: Heard): boolean =>
  m.from === n.to &&
  m.to === n.from &&
  m.sent.place < n.received.place &&
  n.sent.place < m.received.place;

export const someCross = ({ heard }: Pair): boolean =>
  heard.some(m => heard.some(n => cross(m, n)));

export const speaksBack = ({ first, heard }: Pair): boolean =>
  heard.some(({ from }) => from !== first);

export const goBothWays = ({ heard }: Pair): boolean =>
  new Set(heard.map(({ from }) => from)).size === 2;

/**
 * Whether somebody spoke who, of all that this end said and heard before, had last spoken, or had
 * not begun.
 */
export const speaksWithoutTurn = ({ first, heard }: Pair): boolean =>
  heard.some(({ from, sent }) => {
    const before = heard
      .flatMap(message => [message.sent, message.received])
      .filter(({ end, place }) => end === from && place < sent.place)
      .sort((one, other) => one.place - other.place)
      .at(-1);
    return before === undefined ? from !== first : before.what === 'sent';
  });
