import type { Step } from '../script/scene.ts';
import type { Actor } from './actor.ts';
import { hear, hearAmong, hearEnding, hearNothing } from './hearing.ts';
import type { Run } from './run.ts';

/** A line of a scene in which somebody does something. */
type Action = Extract<Step, { who: readonly string[] }>;
type Fail = (problem: string) => never;

/** Does what one line says. `failAt` that line, where somebody did not do their part. */
export async function perform(
  step: Step,
  run: Run,
  failAt: (line: number, problem: string) => never,
): Promise<void> {
  const fail = (problem: string) => failAt(step.line, problem);
  const each = (steps: readonly Step[], does: typeof deed) => {
    for (const inner of steps) {
      if ('who' in inner) does(inner, run, problem => failAt(inner.line, problem));
    }
  };
  switch (step.do) {
    case 'narrate':
    case 'ask':
      return;
    case 'pass':
      return await run.pass(step.ms);
    case 'at once':
      // All in one task: nothing of it can arrive before the last has spoken.
      return each(step.steps, deed);
    case 'in any order':
      return each(step.steps, hearAnywhere);
    case 'connect':
      for (const name of step.who) await connect(step, name, run, fail);
      return;
    case 'flood':
      for (const name of step.who) await flood(step, name, run, fail);
      return;
    case 'stop':
      run.server.stop();
      return;
    case 'start':
      return await run.start();
    default:
      return deed(step, run, fail);
  }
}

async function connect(
  { faults, as, door }: Extract<Step, { do: 'connect' }>,
  name: string,
  run: Run,
  fail: Fail,
): Promise<void> {
  const { server, doors = ['tcp'] } = run.options.program;
  if (name === server) fail(`expected somebody to connect to the ${server}`);
  if (!doors.includes(door))
    fail(
      `expected a door that the ${server} has (${doors.join(', ')}), found "${door}"`,
    );
  await run.connect(name, as ?? name, faults, door);
}

async function flood(
  { until }: Extract<Step, { do: 'flood' }>,
  name: string,
  run: Run,
  fail: Fail,
): Promise<void> {
  const [actor, victim] = [actorOf(name, run, fail), until ?? name];
  actorOf(victim, run, fail);
  const count = await run.flood(actor, victim);
  if (!run.isCut(victim))
    fail(
      `expected ${victim} to be cut, ${count} messages of ${name}'s were not enough`,
    );
}

function deed(step: Action, run: Run, fail: Fail): void {
  for (const name of step.who) {
    if (name === run.options.program.server) serverDeed(step, run, fail);
    else actorDeed(step, name, run, fail);
  }
}

/** Takes the line that fits, whichever came first. */
function hearAnywhere(step: Action, run: Run, fail: Fail): void {
  if (step.do !== 'hear') return;
  for (const name of step.who) {
    hearAmong(step, actorOf(name, run, fail).unread, name, fail);
  }
}

function serverDeed(step: Action, run: Run, fail: Fail): void {
  if (step.do === 'say') run.server.type(step.text);
  else if (step.do === 'see')
    hear(step, run.server.screen, run.options.program.server, fail);
  else fail(`expected the ${run.options.program.server} to say, see, stop or start`);
}

function actorDeed(step: Action, name: string, run: Run, fail: Fail): void {
  const actor = actorOf(name, run, fail);
  if (step.do === 'say') speak(step.text, actor, name, fail);
  else if (step.do === 'begin') actor.begin(step.text);
  else if (step.do === 'finish') actor.finish();
  else if (step.do === 'write') actor.write(step.bytes);
  else if (step.do === 'end') actor.connection.end();
  else if (step.do === 'vanish') actor.connection.destroy();
  else if (step.do === 'stall') run.stall(name, true);
  else if (step.do === 'resume') run.stall(name, false);
  else if (step.do === 'hear' || step.do === 'see')
    hear(step, actor.unread, name, fail);
  else if (step.do === 'hear nothing') hearNothing(actor.unread, name, fail);
  else if (step.do === 'hear the end') hearEnding(actor, 'ended', name, fail);
  else if (step.do === 'hear the reset') hearEnding(actor, 'reset', name, fail);
  else fail(`expected the server to ${step.do}, not ${name}`);
}

function speak(text: string, actor: Actor, name: string, fail: Fail): void {
  if (!actor.say(text))
    fail(`expected ${name} to have a link to speak on, it has ended or is gone`);
}

function actorOf(name: string, run: Run, fail: Fail): Actor {
  return run.actors.get(name) ?? fail(`expected ${name} to connect first`);
}
