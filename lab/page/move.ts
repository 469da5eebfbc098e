import { moveStep } from '../engine/move-step.ts';
import type { Lab } from './lab.ts';
import { besideLine, lineOfEvent } from './steps.ts';
import { tell } from './tell.ts';
import { textOf } from './text-of.ts';

/** Moves the step at `line` before the step that was played earlier, or after the next one. */
export async function move(lab: Lab, line: number, way: -1 | 1): Promise<void> {
  const to = besideLine(textOf(lab.shown.state), line, way);
  if (to === undefined) tell(`Line ${line} cannot move further.`);
  else await moveTo(lab, line, to);
}

/** Moves the step at `line` to the place of the step at `to`, and plays the scene again. */
export async function moveTo(lab: Lab, line: number, to: number): Promise<void> {
  const text = textOf(lab.shown.state);
  const moved = moveStep(text, line, to);
  if (moved === text) return tell(`Line ${line} cannot stand there.`);
  await lab.alter({ text: moved });
  tell(`Line ${line} has moved to line ${to}. The scene has been played again.`);
}

/** Returns the line of the scene that caused an event; `undefined` if no line did. */
export function lineAt({ shown: { run, state, files } }: Lab, place: number) {
  return files === undefined ? lineOfEvent(run, textOf(state), place) : undefined;
}
