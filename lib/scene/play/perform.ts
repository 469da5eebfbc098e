import type { Step } from '../script/scene.ts';
import type { Ability } from '../script/verb.ts';
import { type Action, rowOf, verbsWith } from '../script/verbs.ts';
import type { Run } from './run.ts';

type Fail = (problem: string) => never;
type FailAt = (line: number, problem: string) => never;

/** What somebody does in this step, and how. */
interface Act {
  readonly action: Action;
  readonly name: string;
  readonly part: Ability<unknown> | undefined;
}

/** Does what one line says. Calls `failAt` with the line if somebody did not do their part. */
export async function perform(step: Step, run: Run, failAt: FailAt): Promise<void> {
  if (step.do === 'pass') return await run.inHand('pass').pass(step.ms);
  const acts = actsOf(step, run);
  const late = await run.opposite.until(() =>
    acts.every(({ action, name, part }) => part?.come?.(action, name, run) ?? true),
  );
  if (acts.some(({ part }) => part?.absence)) await run.opposite.quiet();
  for (const one of acts) {
    const fail: Fail = problem =>
      failAt(one.action.line, late === undefined ? problem : `${problem} (${late})`);
    const waits = act(one, run, fail);
    // Simultaneous actions happen in one task: nothing can arrive before the last person has spoken.
    if (waits instanceof Promise) await waits;
  }
}

function actsOf(step: Step, run: Run): Act[] {
  const actions = 'who' in step ? [step] : 'steps' in step ? step.steps : [];
  return actions.flatMap(action =>
    action.who.map(name => {
      const { newcomer, server, node, caller, anyOrder } = rowOf(action.do);
      const part = run.nodes.includes(name) ? node : caller;
      const spoken = newcomer ?? (name === run.serverName ? server : part);
      return { action, name, part: step.do === 'in any order' ? anyOrder : spoken };
    }),
  );
}

function act({ action, name, part }: Act, run: Run, fail: Fail): void | Promise<void> {
  if (part) return part.does(action, name, { run, fail });
  const server = run.serverName;
  return fail(
    name === server
      ? `expected the ${server} to ${wordsOf(verbsWith('server'))}`
      : `expected the server to ${action.do}, not ${name}`,
  );
}

const wordsOf = (verbs: readonly string[]): string =>
  `${verbs.slice(0, -1).join(', ')} or ${verbs.at(-1)}`;
