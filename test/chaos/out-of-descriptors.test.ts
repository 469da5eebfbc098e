import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { leaveDescriptors } from '../connection/few-descriptors.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { start } from '../start.ts';
import { Person, pause } from './person.ts';

/** What a running server needs, and some callers. */
const descriptors = 60;

async function server(mode: string): Promise<{ port: number; pid: number }> {
  const { args, cwd } = start('demos/run.ts');
  const child = spawn(process.execPath, [...args, mode, 'server', '--port', '0'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    const pid = child.pid ?? 0;
    leaveDescriptors(pid, descriptors);
    return { port: Number(line.split(':').at(-1)), pid };
  }
  throw new Error(`Cannot call demo:${mode}: it did not start`);
}

/** Hundredths of a second that a process has worked. */
function worked(pid: number): number {
  const [user = 0, system = 0] =
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ')
      .slice(11, 13)
      .map(Number) ?? [];
  return user + system;
}

async function enter(port: number, name: string): Promise<Person | undefined> {
  const person = await Person.call(port);
  onTestFinished(() => void person.socket.destroy());
  const inside = person.heard(/^\* (In the room|Hello)/);
  person.says(name);
  return (await inside) === undefined ? undefined : person;
}

/** The server notices a little later than we that others have gone. */
async function enterAtLast(port: number, name: string): Promise<Person> {
  return (await enter(port, name)) ?? enterAtLast(port, name);
}

async function hears(one: Person, name: string, other: Person): Promise<void> {
  const heard = other.heard(new RegExp(`^\\[${name}\\] Still here$`));
  one.says('Still here');
  expect(await heard).toBeDefined();
}

it.for(['p2m', 'p2p'])(
  'the %s server without descriptors serves those inside, does not spin, and recovers',
  async (mode, test) => {
    if (mode === 'p2p') takesLong(test);
    needs(test, 'python3 on Linux');
    const { port, pid } = await server(mode);
    const [ada, ben] = [await enterAtLast(port, 'ada'), await enterAtLast(port, 'ben')];
    const paired = ben.heard(/^(\* Paired|! Unknown)/);
    ada.says('/to ben');
    ben.says('/to ada');
    await paired;
    const crowd = await Promise.all(
      Array.from({ length: 120 }, () => Person.call(port)),
    );
    await Promise.race(crowd.map(({ closed }) => closed));
    await hears(ada, 'ada', ben);
    await hears(ben, 'ben', ada);
    const before = worked(pid);
    await pause(200);
    expect(worked(pid) - before).toBeLessThan(10);
    for (const { socket } of crowd) socket.destroy();
    await Promise.all(crowd.map(({ closed }) => closed));
    const eve = await enterAtLast(port, 'eve');
    eve.says('/to ada');
    await hears(ada, 'ada', ben);
  },
);
