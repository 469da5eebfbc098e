import { parseScene } from '../../lib/scene/script/parse.ts';

/**
 * Moves the step at `line` of a scene's text so that it stands at `toLine`; the others keep their order.
 * Lines count from 1. The head of a block takes its block along. Returns the text as it was, if the
 * step cannot be there.
 */
export function moveStep(text: string, line: number, toLine: number): string {
  const lines = text.split('\n');
  const [first, end] = stepsOf(lines);
  const from = line - 1;
  if (from < first || from >= end || !isStep(lines[from])) return text;
  const to = Math.min(Math.max(toLine - 1, first), end - 1);
  const moved = lines.slice(from, endOfStep(lines, from));
  if (to >= from && to < from + moved.length) return text;
  const rest = lines.toSpliced(from, moved.length);
  const at = to < from ? to : to - moved.length + 1;
  const places = placesFor(rest, at, to < from, moved);
  const wasGood = parses(text);
  const texts = places.map(place => withoutEmptyBlock(place).join('\n'));
  return texts.find(candidate => !wasGood || parses(candidate)) ?? text;
}

const isIndented = (line = ''): boolean => /^ /.test(line);
const isHead = (line = ''): boolean => /^(?:at once|in any order):\s*$/.test(line);
const isStep = (line = ''): boolean => line.trim() !== '' && !line.startsWith('#');

/** Where the steps begin, and where the verdict stands. */
function stepsOf(lines: readonly string[]): [first: number, end: number] {
  const blank = lines.findIndex(line => line.trim() === '');
  const verdict = lines.findLastIndex(line => line.startsWith('verdict '));
  return [blank < 0 ? lines.length : blank + 1, verdict];
}

/** A step is one line, or the head of a block and all that is indented below it. */
function endOfStep(lines: readonly string[], from: number): number {
  if (!isHead(lines[from])) return from + 1;
  let end = from + 1;
  while (isIndented(lines[end])) end++;
  return end;
}

/** The places for a step, the best first: inside the block that is there, or outside of it. */
function placesFor(
  rest: readonly string[],
  at: number,
  upwards: boolean,
  moved: readonly string[],
): string[][] {
  const neighbour = rest[upwards ? at : at - 1];
  const inside = isIndented(neighbour) || (!upwards && isHead(neighbour));
  const outside = (place: number) =>
    rest.toSpliced(
      place,
      0,
      ...moved.map(line => (isHead(moved[0]) ? line : line.trimStart())),
    );
  if (!inside) return [outside(at)];
  const within = rest.toSpliced(at, 0, ...moved.map(line => `  ${line.trimStart()}`));
  const around = outside(upwards ? headAbove(rest, at) : endBelow(rest, at));
  return isHead(moved[0]) ? [around] : [within, around];
}

const headAbove = (lines: readonly string[], at: number): number =>
  lines.findLastIndex((line, index) => index < at && !isIndented(line));

function endBelow(lines: readonly string[], at: number): number {
  let end = at;
  while (isIndented(lines[end])) end++;
  return end;
}

/** Removes the head of a block that has lost its last line. */
const withoutEmptyBlock = (lines: readonly string[]): string[] =>
  lines.filter((line, at) => !isHead(line) || isIndented(lines[at + 1]));

function parses(text: string): boolean {
  try {
    parseScene('moved', text);
    return true;
  } catch {
    return false;
  }
}
