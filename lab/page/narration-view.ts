import { byId } from './dom.ts';
import { type Lab, type Shown, waits } from './lab.ts';
import { saidAt } from './moments.ts';
import { textOf } from './text-of.ts';

/** What the scene says now; at a question it waits for the reader. */
export function narrationView(lab: Lab): void {
  const narration = byId('narration', HTMLElement);
  const question = byId('question', HTMLFormElement);
  const answer = byId('answer', HTMLInputElement);
  const line = byId('line', HTMLElement);
  let guess = '';
  lab.listen((now, before) => {
    if (now.run === before?.run && now.at === before.at) return;
    const asks = waits(now);
    const said = saidAt(now.run, now.at);
    question.hidden = !asks;
    // A lesson has its words between its figures.
    narration.hidden = asks || now.run.lanes.length === 0;
    byId('asked', HTMLElement).textContent = asks ? said : '';
    narration.replaceChildren(...(guess === '' ? [] : [yours(guess)]), said);
    line.textContent = lineNow(now);
    line.hidden = asks;
    if (asks && stepped(now, before)) answer.focus();
    if (asks) answer.value = '';
    guess = '';
  });
  question.addEventListener('submit', event => {
    event.preventDefault();
    guess = answer.value.trim();
    // Taken from the field before it is hidden, so the keys of the player work again.
    answer.blur();
    lab.toggle();
  });
}

/** Returns the line of the scene that has just been played, if somebody does something in it. */
function lineNow({ run, at, state }: Shown): string {
  const now = run.moments[at - 1];
  if (now?.is !== 'step' || now.line === 0) return '';
  const lines = textOf(state).split('\n');
  return lines[now.line - 1]?.trim().slice(0, longest) ?? '';
}

/** The longest line that is shown, in characters. */
const longest = 120;

function yours(guess: string): HTMLElement {
  const made = document.createElement('span');
  made.className = 'guess';
  made.textContent = `You said: ${guess}`;
  return made;
}

/**
 * Whether the scene came to the question by playing: then the keyboard goes to the answer. On a
 * phone it would cover the page.
 */
const stepped = (now: Shown, before: Shown | undefined): boolean =>
  matchMedia('(pointer: fine)').matches &&
  now.playing &&
  before?.run === now.run &&
  now.at === before.at + 1;
