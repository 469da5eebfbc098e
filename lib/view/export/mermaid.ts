import type { TraceEvent } from '../../trace/event.ts';
import type { Arrow, Cross, Item, TurnMove } from '../meaning/item.ts';
import { Picture, type PictureOptions } from '../meaning/picture.ts';

interface MermaidOptions extends PictureOptions {
  /** The text below the picture. */
  readonly note?: string;
}

/** The whole trace as a Mermaid sequence diagram. */
export function mermaid(
  events: readonly TraceEvent[],
  options: MermaidOptions,
): string {
  const items = new Picture(options).add(events);
  const names = lanesOf(items, options.lanes);
  const lane = (name: string) => `lane${names.indexOf(name)}`;
  const rows = names.map(name => `participant ${lane(name)} as ${escaped(name)}`);
  for (const item of items) rows.push(...drawn(item, lane));
  if (options.note) rows.push(`Note over lane0: ${escaped(options.note)}`);
  return ['sequenceDiagram', ...rows.map(row => `  ${row}`), ''].join('\n');
}

type Lane = (name: string) => string;

/** Returns the given lanes, and every other end that sent or received something. */
function lanesOf(items: readonly Item[], lanes: readonly string[]): string[] {
  const ends = arrowsOf(items).flatMap(({ from, to }) => [from, to]);
  return [...new Set([...lanes, ...ends])];
}

/** Returns every arrow between two ends of a link, in the order of the items. */
export const arrowsOf = (items: readonly Item[]): Arrow[] =>
  items.flatMap(item => {
    if (item.is === 'turn') return [];
    return item.is === 'arrow' ? [item] : hopsOf(item);
  });

const hopsOf = ({ first, second }: Cross): Arrow[] =>
  [first, second]
    .flatMap(arrow => arrow.hops ?? [arrow])
    .sort((a, b) => (a.sent?.n ?? 0) - (b.sent?.n ?? 0));

function drawn(item: Item, lane: Lane): string[] {
  if (item.is === 'turn') return [turn(item, lane)];
  if (item.is === 'arrow') return [arrow(item, lane)];
  const { first, second } = item;
  const numbers = [first, second].map(({ sent }) => sent?.n).join(' and ');
  const note = `Note over ${lane(first.from)},${lane(second.from)}: ${numbers} crossed`;
  return [...hopsOf(item).map(hop => arrow(hop, lane)), note];
}

const turn = ({ who, listener }: TurnMove, lane: Lane): string =>
  `Note over ${lane(who)},${lane(listener)}: ${escaped(who)}'s turn`;

function arrow({ kind, heard, from, to, label, sent, got }: Arrow, lane: Lane): string {
  const line = { yes: '->>', late: '->>', stub: '-)', no: '-x' }[heard];
  const dashes = kind === 'message' && heard !== 'no' ? '' : '-';
  const numbers = [sent?.n, got?.n].filter(n => n !== undefined).join('-');
  return `${lane(from)}${dashes}${line}${lane(to)}: ${numbers} ${escaped(label)}`;
}

/**
 * Writes every character that could mean something to Mermaid or HTML as its number. `end` would close a block
 * that was never opened, so its middle letter is written as a number too.
 */
const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M}\p{Emoji_Presentation} .,!?'()*/_:[\]-]/gu, code)
    .replace(/\be(n)d\b/giu, word => `${word[0]}${code(word[1] ?? '')}${word[2]}`);

const code = (letter: string): string => `#${letter.codePointAt(0)};`;
