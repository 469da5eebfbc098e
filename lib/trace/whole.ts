import { Contradiction } from './contradiction.ts';
import { type FrameOnLink, kindOf } from './frame-on-link.ts';
import { numberOf, told } from './naming.ts';
import { possessive, withArticle } from './parts.ts';
import { type LinkSide, openingOf, type TraceLink } from './trace-link.ts';

/**
 * Returns why the records of a link are not enough for a verdict; `undefined` if they are whole, from
 * the opening of the link to the fate of every message. Throws a Contradiction.
 */
export function missingFrom(
  link: TraceLink,
  frames: readonly FrameOnLink[],
): string | undefined {
  const [one, other] = link.sides;
  if (other === undefined) return onlyOneEnd(one);
  const complete = [one, other].filter(isComplete);
  // Every frame is checked, because one of them may be a contradiction.
  const [unknown] = frames.flatMap(frame => unsent(frame, complete) ?? []);
  if (link.uneven)
    return `${withArticle(one.end)} and ${withArticle(other.end)} do not agree on how often ${link.name} was used`;
  return (
    noBeginning(one) ??
    noBeginning(other) ??
    unknown ??
    frames.map(unfinished).find(problem => problem !== undefined)
  );
}

/**
 * Names an end whose file stops before its last event: there a link is never closed. While a run goes on its
 * links are open, so this is asked only of files. When a link's name is used again, the link before was over.
 */
export function stopsEarly(links: readonly TraceLink[]): string | undefined {
  const latest = new Map(links.map(link => [link.name, link]));
  for (const { name, sides } of latest.values()) {
    const open = sides.find(side => !isClosed(side));
    if (open) return `${possessive(open.end)} record of ${name} stops early: no closed`;
  }
  return undefined;
}

const onlyOneEnd = ({ end }: LinkSide): string =>
  `only ${possessive(end)} record is here; add the other end's`;

const noBeginning = ({ end, seen }: LinkSide): string | undefined =>
  openingOf(seen)
    ? undefined
    : `${possessive(end)} record begins in the middle of the link`;

const otherSide = ({ sides: [one, other] }: TraceLink, end: string): LinkSide =>
  other === undefined || one.end !== end ? one : other;

/** Whether a record reaches from the opening of the link to its end: then what it lacks did not happen. */
const isComplete = (side: LinkSide): boolean =>
  openingOf(side.seen) !== undefined && isClosed(side);

const isClosed = ({ seen }: LinkSide): boolean =>
  seen.some(({ event }) => event.what === 'closed');

function unsent(frame: FrameOnLink, complete: readonly LinkSide[]): string | undefined {
  const { link, sent, got, fate } = frame;
  if (sent !== undefined || got === undefined || fate !== 'received') return undefined;
  const from = otherSide(link, got.log.end);
  const problem = `${told(got)}, which ${possessive(from.end)} record does not have`;
  if (complete.includes(from)) throw new Contradiction(problem);
  return problem;
}

function unfinished(frame: FrameOnLink): string | undefined {
  const { link, sent, fate } = frame;
  if (sent === undefined || fate !== undefined || kindOf(frame) !== 'message')
    return undefined;
  const to = otherSide(link, sent.log.end);
  return `no record says what became of ${numberOf(sent)}: ${possessive(to.end)} record stops too early`;
}
