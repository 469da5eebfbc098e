// What it costs to join: members with names come one after the other, each when the one before is in.

import { Child, type Name } from './child.ts';
import { leave, type Member, opened } from './crowd.ts';
import { lines, type Tongue } from './tongue.ts';

export interface Joining {
  readonly name: Name;
  /** How many were in at the end. */
  readonly members: number;
  /** The server's processor time for each, in microseconds: of all, and of the last tenth. */
  readonly each: number;
  readonly last: number;
}

/** How many come and go before, and how many at a time. */
const before = { groups: 10, of: 1_000 };

export async function joining(
  name: Name,
  members: number,
  tongue: Tongue = lines,
): Promise<Joining> {
  const child = await Child.start(name);
  await comeAndGo(child.port, tongue);
  const crowd: Member[] = [];
  const until = async (count: number) => {
    const start = await child.ask('work');
    const had = crowd.length;
    while (crowd.length < count)
      crowd.push(await enter(child.port, crowd.length, tongue));
    const after = await child.ask('work');
    return ((after.cpu - start.cpu) * 1e6) / (count - had);
  };
  const tenth = members / 10;
  const most = await until(members - tenth);
  const last = await until(members);
  await leave(crowd);
  await child.stop();
  return { name, members, each: 0.9 * most + 0.1 * last, last };
}

/** Some come and go before, so that the server's code is compiled for both. */
async function comeAndGo(port: number, tongue: Tongue): Promise<void> {
  for (let group = 0; group < before.groups; group++) {
    const crowd: Member[] = [];
    while (crowd.length < before.of)
      crowd.push(await enter(port, crowd.length, tongue));
    await leave(crowd);
  }
}

/** In, as soon as the room has said who is in it. */
async function enter(port: number, index: number, tongue: Tongue): Promise<Member> {
  const socket = await opened(port);
  const name = `m${String(index).padStart(5, '0')}`;
  const member: Member = { socket, name, hear: () => {}, lost: () => {} };
  await new Promise<void>((resolve, reject) => {
    let heard = '';
    member.hear = chunk => {
      heard += chunk.toString('latin1');
      if (heard.includes('* In the room: ')) resolve();
    };
    socket.on('data', chunk => member.hear(chunk as Buffer));
    socket.on('error', reject);
    socket.write(tongue.greeting + tongue.says(name), 'latin1');
  });
  member.hear = () => {};
  return member;
}
