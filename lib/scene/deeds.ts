import type { Actor } from './actor.ts';
import { hear, hearAmong, hearEnding, hearNothing } from './hearing.ts';
import type { Step } from './scene.ts';
import type { Theatre } from './theatre.ts';

/** A line of a scene in which somebody does something. */
type Deed = Extract<Step, { who: readonly string[] }>;
type Fail = (problem: string) => never;

/** Does what one line says. `failAt` that line, where somebody did not do their part. */
export async function perform(
  step: Step,
  theatre: Theatre,
  failAt: (line: number, problem: string) => never,
): Promise<void> {
  const fail = (problem: string) => failAt(step.line, problem);
  const each = (steps: readonly Step[], does: typeof deed) => {
    for (const inner of steps) {
      if ('who' in inner) does(inner, theatre, problem => failAt(inner.line, problem));
    }
  };
  switch (step.do) {
    case 'narrate':
    case 'ask':
      return;
    case 'pass':
      return await theatre.pass(step.ms);
    case 'at once':
      // All in one task: nothing of it can arrive before the last has spoken.
      return each(step.steps, deed);
    case 'in any order':
      return each(step.steps, hearAnywhere);
    case 'connect':
      for (const name of step.who) await connect(step, name, theatre, fail);
      return;
    case 'flood':
      for (const name of step.who) await flood(step, name, theatre, fail);
      return;
    case 'stop':
      theatre.server.stop();
      return;
    case 'start':
      return await theatre.start();
    default:
      return deed(step, theatre, fail);
  }
}

async function connect(
  { faults, as, door }: Extract<Step, { do: 'connect' }>,
  name: string,
  theatre: Theatre,
  fail: Fail,
): Promise<void> {
  const { server, doors = ['tcp'] } = theatre.options.program;
  if (name === server) fail(`expected somebody to connect to the ${server}`);
  if (!doors.includes(door))
    fail(
      `expected a door that the ${server} has (${doors.join(', ')}), found "${door}"`,
    );
  await theatre.connect(name, as ?? name, faults, door);
}

async function flood(
  { until }: Extract<Step, { do: 'flood' }>,
  name: string,
  theatre: Theatre,
  fail: Fail,
): Promise<void> {
  const [actor, victim] = [actorOf(name, theatre, fail), until ?? name];
  actorOf(victim, theatre, fail);
  const count = await theatre.flood(actor, victim);
  if (!theatre.isCut(victim))
    fail(
      `expected ${victim} to be cut, ${count} messages of ${name}'s were not enough`,
    );
}

function deed(step: Deed, theatre: Theatre, fail: Fail): void {
  for (const name of step.who) {
    if (name === theatre.options.program.server) serverDeed(step, theatre, fail);
    else actorDeed(step, name, theatre, fail);
  }
}

/** Takes the line that fits, whichever came first. */
function hearAnywhere(step: Deed, theatre: Theatre, fail: Fail): void {
  if (step.do !== 'hear') return;
  for (const name of step.who) {
    hearAmong(step, actorOf(name, theatre, fail).unread, name, fail);
  }
}

function serverDeed(step: Deed, theatre: Theatre, fail: Fail): void {
  if (step.do === 'say') theatre.server.type(step.text);
  else if (step.do === 'see')
    hear(step, theatre.server.screen, theatre.options.program.server, fail);
  else
    fail(`expected the ${theatre.options.program.server} to say, see, stop or start`);
}

function actorDeed(step: Deed, name: string, theatre: Theatre, fail: Fail): void {
  const actor = actorOf(name, theatre, fail);
  if (step.do === 'say') speak(step.text, actor, name, fail);
  else if (step.do === 'begin') actor.begin(step.text);
  else if (step.do === 'finish') actor.finish();
  else if (step.do === 'write') actor.write(step.bytes);
  else if (step.do === 'end') actor.connection.end();
  else if (step.do === 'vanish') actor.connection.destroy();
  else if (step.do === 'stall') theatre.stall(name, true);
  else if (step.do === 'resume') theatre.stall(name, false);
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

function actorOf(name: string, theatre: Theatre, fail: Fail): Actor {
  return theatre.actors.get(name) ?? fail(`expected ${name} to connect first`);
}
