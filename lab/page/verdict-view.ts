import type { Finding } from '../../lib/trace/verdict-line.ts';
import { byId, make } from './dom.ts';
import { type Lab, type Shown, verdictOf } from './lab.ts';
import { happenedAt } from './moments.ts';
import { wordsFor } from './problem.ts';

/** The verdict as it stands. At the end it is the line that the terminal prints. */
export function verdictView(lab: Lab): void {
  const place = byId('verdict', HTMLElement);
  lab.listen((now, before) => {
    if (now.run === before?.run && now.at === before.at) return;
    if (now.run.moments.length === 0 && !now.run.problem) return;
    place.replaceChildren(...shown(now));
  });
}

function shown(now: Shown): HTMLElement[] {
  const { run, at } = now;
  const over = at >= run.moments.length;
  const problem = over ? run.problem : undefined;
  if (problem)
    return [mark(false), make('span', 'line', wordsFor(problem)), ...soFar(now)];
  if (run.lanes.length === 0 && !run.finding) return [];
  if (!over) return soFar(now);
  const finding = verdictOf(now);
  return [mark(finding.ok), make('span', 'line', words(finding))];
}

function mark(good: boolean): HTMLElement {
  const made = make('span', good ? 'good' : 'bad', good ? '✓' : '✗');
  made.setAttribute('aria-hidden', 'true');
  return made;
}

/** The most events that are judged at each step: more would freeze a browser. */
const mostJudged = 5_000;

function soFar(now: Shown): HTMLElement[] {
  if (now.run.lanes.length === 0) return [];
  const when = make('span', 'when', 'so far');
  if (happenedAt(now.run, now.at) <= mostJudged) return judged(verdictOf(now), when);
  const instead = `over ${mostJudged.toLocaleString('en')} events: judged at the end`;
  return [when, make('span', 'line', instead)];
}

/** What is not over has not passed yet, but it may have failed already. */
const judged = (finding: Finding, when: HTMLElement): HTMLElement[] => [
  ...(finding.ok ? [] : [mark(false)]),
  when,
  make('span', 'line', words(finding)),
];

const words = ({ line }: Finding): string => line.replace(/^verdict: /, '');
