import { possessive } from '../../trace/parts.ts';
import type { Drawing } from '../growing.ts';
import type { ViewOptions } from '../ladder/lanes.ts';
import { type Arrow, type Item, refused, type Turn } from '../meaning/item.ts';
import { type Line, lineOf } from '../meaning/line.ts';
import { wrap } from '../text/wrap.ts';

/** One sentence per event and no drawing: for screen readers, pipes and logs. */
export class Plain implements Drawing {
  /** With more than two ends, each sentence must name the receiver. */
  readonly #several: boolean;
  readonly #width: number | undefined;

  constructor({ lanes, width }: ViewOptions) {
    this.#several = lanes.length > 2;
    this.#width = width;
  }

  head(): string[] {
    return [];
  }

  rows(items: readonly Item[]): string[] {
    return lineOf(items).flatMap(event => {
      const text = sentence(event, this.#several);
      return this.#width === undefined ? [text] : folded(text, this.#width);
    });
  }
}

/** Longer lines are hard to read. */
const widest = 80;
const indent = '    ';

function folded(text: string, width: number): string[] {
  const room = Math.min(width, widest) - indent.length;
  const [first = '', ...others] = wrap(text, room, Infinity, '');
  return [first, ...others.map(row => indent + row)];
}

export const sentences = (item: Arrow): string[] =>
  lineOf([item]).map(line => sentence(line, false));

/**
 * One event in words. `several`: there are more than two ends, so it says to whom each word goes.
 */
export function sentence(event: Line, several: boolean): string {
  const words = event.bySender ? doing(event, several) : hearing(event);
  return `${event.event.n} ${event.event.end} ${words}`;
}

function doing({ arrow, crossed }: Line, several: boolean): string {
  const to = several ? ` to ${arrow.to}` : '';
  const later = arrow.heard === 'stub' ? ', not arrived yet' : '';
  switch (arrow.kind) {
    case 'connect':
      return `connects to ${arrow.to}${later}`;
    case 'fin':
      return `ends: no more to say to ${arrow.to} (${arrow.label})${later}`;
    case 'rst':
      return `vanishes (${arrow.label} to ${arrow.to})${later}`;
    case 'message':
      return `says${to}${manner(arrow)}${later}: ${arrow.label}${why(arrow, crossed)}`;
    default:
      return `tells ${arrow.to}${manner(arrow)}${later}: ${arrow.label}`;
  }
}

function hearing({ arrow, crossed }: Line): string {
  const at = arrow.sent?.n;
  const from = arrow.from;
  switch (arrow.kind) {
    case 'connect':
      return `accepts ${from}${noted(at && `connected at ${at}`)}`;
    case 'fin':
      return `hears that ${from} ended${noted(at && `${arrow.label} at ${at}`)}`;
    case 'rst':
      return `hears that ${from} vanished${noted(at && `${arrow.label} at ${at}`)}`;
    default:
      if (refused(arrow)) return refusing(arrow);
      return `hears from ${from}: ${arrow.label}${noted(at && `said at ${at}`, past(crossed))}`;
  }
}

function refusing({ sent, from, reason }: Arrow): string {
  const which = sent ? `${sent.n} from ${from}` : `words from ${from}`;
  return `does not hear ${which}${reason ? `: ${reason}` : ''}`;
}

/** Returns how it was said: out of turn, not heard. */
function manner(arrow: Arrow): string {
  const outOfTurn = spokeOutOfTurn(arrow);
  if (arrow.heard !== 'no') return outOfTurn ? ' out of turn' : '';
  if (outOfTurn) return ' out of turn, not heard';
  return `, not heard${noted(arrow.reason)}`;
}

export const spokeOutOfTurn = ({ kind, before, from, reason }: Arrow): boolean =>
  kind === 'message' &&
  (reason === 'out of turn' || (before ? before.who !== from : false));

/** Returns what follows the words: whose turn it was, what they crossed. */
const why = (arrow: Arrow, crossed?: Arrow): string =>
  noted(
    spokeOutOfTurn(arrow) && arrow.before && whoseTurn(arrow.before),
    past(crossed),
  );

const whoseTurn = ({ who, since }: Turn): string =>
  `the turn is ${possessive(who)}${since > 0 ? ` since ${since}` : ''}`;

const past = (crossed?: Arrow): string | undefined =>
  crossed?.sent && `crossed ${crossed.sent.n}`;

function noted(...notes: readonly (string | number | false | undefined)[]): string {
  const said = notes.filter(Boolean);
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}
