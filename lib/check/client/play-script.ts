import type { SceneResult } from '../result.ts';
import type { ClientAtWork } from './client-at-work.ts';
import { ClientProblem } from './problem.ts';
import type { ClientScript } from './script.ts';

/** As many of the last bytes are shown. */
const most = 48;

/** Plays a script with a client, and tells what that has shown. `remarks`: what the client printed. */
export async function playScript(
  { name, title, rules, hint, play }: ClientScript,
  client: ClientAtWork,
  remarks: () => readonly string[],
): Promise<SceneResult> {
  const began = performance.now();
  const problem = await play(client).then(() => undefined, onlyProblems);
  const took = Math.round(performance.now() - began);
  const told = { name, title, rules, notes: [], took };
  if (problem === undefined) return { ...told, outcome: 'pass' };
  const failure = {
    file: name,
    text: title,
    problem: problem.message,
    hint: problem.hint ?? hint,
    bytes: client.bytes.slice(-most),
    events: [],
    lanes: [],
    story: client.story,
    remarks: remarks(),
  };
  return { ...told, outcome: 'fail', failure };
}

function onlyProblems(error: unknown): ClientProblem {
  if (error instanceof ClientProblem) return error;
  throw error;
}
