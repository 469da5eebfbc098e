import type { Line, Mode, Rules } from './line.ts';

/** What one end's own record of a link tells, if nobody else kept one. */
export type OneEnded = 'kept' | 'violated' | 'undecided' | 'nothing heard';

export function readOneEnd(
  mode: Mode,
  link: readonly Line[],
  rules: Rules,
  putsBytes: (end: string) => boolean,
): OneEnded {
  const [first] = link as [Line];
  if (first.what !== 'opened') return 'undecided';
  const called = first.by === 'peer';
  if (mode === 'half-duplex' && rules.turns !== 'free')
    return hearsWithoutTurn(link, called) ? 'violated' : 'undecided';
  if (mode !== 'simplex') return 'undecided';
  const listens = called && first.end !== rules.from;
  const hears = link.some(line => line.what === 'received' && isMessage(line));
  const says = putsBytes(first.end) || link.some(({ what }) => what === 'sent');
  if (listens && says) return 'undecided';
  if (listens) return hears ? 'kept' : 'nothing heard';
  if (hears) return 'violated';
  return link.some(isMessage) ? 'undecided' : 'nothing heard';
}

/**
 * Heard what the other could not have said with the turn: before the first word, or twice without
 * an answer.
 */
const hearsWithoutTurn = (link: readonly Line[], called: boolean): boolean => {
  const messages = link.filter(line => isMessage(line) && line.what !== 'refused');
  return messages.some(({ what }, index) => {
    if (what !== 'received') return false;
    const before = messages[index - 1];
    return before === undefined ? !called : before.what === 'received';
  });
};

const isMessage = ({ what, kind = 'message' }: Line): boolean =>
  (what === 'sent' || what === 'received' || what === 'refused') && kind === 'message';
