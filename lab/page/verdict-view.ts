import type { Finding } from '../../lib/trace/verdict-line.ts';
import { byId, make } from './dom.ts';
import { type Lab, type Shown, verdictOf, verdictSoFar } from './lab.ts';
import { happenedAt } from './moments.ts';
import { wordsFor } from './problem.ts';

/** The verdict as it stands. At the end it is the line that the terminal prints. */
export function verdictView(lab: Lab): void {
  const place = byId('verdict', HTMLElement);
  // In a narrow window it scrolls, so the keyboard must reach it.
  place.tabIndex = 0;
  lab.listen((now, before) => {
    if (now.run === before?.run && now.at === before.at) return;
    if (now.run.moments.length === 0 && !now.run.problem) return;
    // While the scene plays, the sentences are read aloud: the verdict comes at the end.
    const over = now.at >= now.run.moments.length;
    place.setAttribute('aria-live', over ? 'polite' : 'off');
    place.replaceChildren(...shown(now));
  });
}

function shown(now: Shown): HTMLElement[] {
  const { run, at } = now;
  const over = at >= run.moments.length;
  if (over && run.problem && !run.finding)
    return [...inColour(false, wordsFor(run.problem), 'whole'), ...soFar(now)];
  if (run.lanes.length === 0 && !run.finding) return [];
  if (!over) return soFar(now);
  const finding = verdictOf(now);
  // With a verdict a problem is only a note: the page has not got the whole record.
  const note = run.problem ? [make('span', 'note', wordsFor(run.problem))] : [];
  const line = words(finding);
  const mark = isOpen(line)
    ? [make('span', 'line', `? ${line}`)]
    : inColour(finding.ok, line);
  return [...mark, ...note];
}

/** Whether the record does not decide. A scene that expects just this says `as expected`. */
const isOpen = (line: string): boolean => /^[\w-]+ · undecided/.test(line);

/** A mark and words: the colour is not the only sign. */
function inColour(good: boolean, line: string, look = ''): HTMLElement[] {
  const mark = make('span', good ? 'good' : 'bad', good ? '✓' : '✗');
  mark.setAttribute('aria-hidden', 'true');
  return [mark, make('span', `line ${look} ${good ? '' : 'wrong'}`, line)];
}

/** The most events that are judged at each step: more would freeze a browser. */
const mostJudged = 5_000;

/** What is not over has not passed yet, but it may have failed already. */
function soFar(now: Shown): HTMLElement[] {
  if (now.run.lanes.length === 0) return [];
  const when = make('span', 'when', 'so far');
  if (happenedAt(now.run, now.at) > mostJudged) {
    const instead = `over ${mostJudged.toLocaleString('en')} events: judged at the end`;
    return [when, make('span', 'line', instead)];
  }
  const finding = verdictSoFar(now);
  const line = words(finding);
  return [when, ...(finding.ok ? [make('span', 'line', line)] : inColour(false, line))];
}

const words = ({ line }: Finding): string => line.replace(/^verdict: /, '');
