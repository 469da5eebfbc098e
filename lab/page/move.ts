import type { TraceEvent } from '../../lib/trace/event.ts';
import type { LabRun } from '../engine/lab-run.ts';
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
  const { run, chosen } = lab.shown;
  await lab.alter({ text: moved });
  lab.change({ chosen: sameEvent(lab.shown.run, run.shown[chosen ?? -1]) });
  tell(`Line ${line} has moved to line ${to}. The scene has been played again.`);
}

/** Returns the place of the event in another run, so that the reader can move it again. */
function sameEvent(
  { shown }: LabRun,
  event: TraceEvent | undefined,
): number | undefined {
  if (event === undefined) return undefined;
  const place = shown.findIndex(
    ({ what, end, text }) =>
      what === event.what && end === event.end && text === event.text,
  );
  return place < 0 ? undefined : place;
}

/** Returns the line of the scene that caused an event; `undefined` if no line did. */
export function lineAt({ shown: { run, state, files } }: Lab, place: number) {
  return files === undefined ? lineOfEvent(run, textOf(state), place) : undefined;
}
