import type { Step } from '../script/scene.ts';
import { type Deed, rowOf, verbsWith } from '../script/verbs.ts';
import type { Run } from './run.ts';

type Fail = (problem: string) => never;
type FailAt = (line: number, problem: string) => never;

/** Does what one line says. `failAt` that line, where somebody did not do their part. */
export async function perform(step: Step, run: Run, failAt: FailAt): Promise<void> {
  const failIn =
    ({ line }: Deed): Fail =>
    problem =>
      failAt(line, problem);
  switch (step.do) {
    case 'narrate':
    case 'ask':
      return;
    case 'pass':
      return await run.pass(step.ms);
    case 'at once':
      // All in one task: nothing of it can arrive before the last has spoken. So nothing is awaited.
      for (const deed of step.steps)
        for (const name of deed.who) void act(deed, name, run, failIn(deed));
      return;
    case 'in any order':
      for (const deed of step.steps)
        for (const name of deed.who)
          rowOf(deed.do).anyOrder?.(deed, name, { run, fail: failIn(deed) });
      return;
    default:
      for (const name of step.who) {
        const waits = act(step, name, run, failIn(step));
        // "alice, bob end" is one task too.
        if (waits instanceof Promise) await waits;
      }
  }
}

function act(deed: Deed, name: string, run: Run, fail: Fail): void | Promise<void> {
  const { server } = run.options.program;
  const row = rowOf(deed.do);
  const part = row.newcomer ?? (name === server ? row.server : row.caller);
  if (part) return part.does(deed, name, { run, fail });
  return fail(
    name === server
      ? `expected the ${server} to ${wordsOf(verbsWith('server'))}`
      : `expected the server to ${deed.do}, not ${name}`,
  );
}

const wordsOf = (verbs: readonly string[]): string =>
  `${verbs.slice(0, -1).join(', ')} or ${verbs.at(-1)}`;
