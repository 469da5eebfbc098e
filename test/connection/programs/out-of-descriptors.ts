// Callers take all the descriptors of a server that has few (echo-server.ts), and give them back.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from '../../../lib/transport/tcp/tcp.ts';
import { start } from '../../start.ts';
import { leaveDescriptors } from '../few-descriptors.ts';
import { Stranger } from '../stranger.ts';

const { args, cwd } = start('test/connection/programs/echo-server.ts');
const server = spawn(process.execPath, args, {
  cwd,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
const [port] = await once(server, 'message');
leaveDescriptors(server.pid ?? 0, 40);

const inside = await call();
const crowd = await Promise.all(Array.from({ length: 60 }, call));
const lost = crowd.map(caller => caller.until(() => caller.events.length > 0));
await Promise.race(lost);
say('some refused');
inside.write('a\n');
await inside.until(() => inside.heard === 'a\n');
say(', those inside served');
server.send('how busy are you?');
const [rounds] = await once(server, 'message');
// One that spins goes round thousands of times, however little of the machine it gets.
say(rounds < 50 ? ', at rest' : `, round ${rounds} times`);
for (const caller of crowd) caller.wire.destroy();
await Promise.all(crowd.map(caller => caller.hears('closed')));

const late = await call();
late.write('b\n');
await late.until(() => late.heard === 'b\n' || late.events.length > 0);
say(late.heard === 'b\n' ? ', recovered\n' : ', never recovered\n');
inside.wire.destroy();
late.wire.destroy();
server.kill();

async function call(): Promise<Stranger> {
  return new Stranger(await connect('127.0.0.1', port));
}

function say(words: string): void {
  process.stdout.write(words);
}
