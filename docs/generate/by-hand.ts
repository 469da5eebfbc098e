import { datagramRoom } from './datagram-room.ts';
import { tasks } from './tasks.ts';

/** Where the room's words stand, beside what is typed. */
const indent = ' '.repeat(16);

/** Alice with nothing but a socket, and the room: what she types at the left, what it says at the right. */
export async function byHand(): Promise<string> {
  // A page shows the same token, talk and mark each time: nobody else has to be kept from guessing them.
  const secrets = ['k3n9x0qa', 'qfzm'].values();
  const room = datagramRoom({
    heartbeat: { period: 20_000, missed: 3 },
    sign: () => 'a31f0c9d2e77',
    draw: () => secrets.next().value ?? 'none',
  });
  const screen: string[] = [];
  const alice = room.port();
  let [token, talk, mark]: (string | undefined)[] = [];
  alice.start(bytes => {
    const line = Buffer.from(bytes).toString().trimEnd();
    token ??= /^token (\w+)/.exec(line)?.[1];
    talk ??= /^joined (\w+)/.exec(line)?.[1];
    mark ??= /^beat \w+ (\w+)/.exec(line)?.[1];
    screen.push(indent + line);
  });
  const type = async (line: string) => {
    screen.push(line);
    alice.send(Buffer.from(`${line}\n`), 'room');
    await tasks();
  };
  room.clock.moveTo(26_021);
  await type('hello');
  await type('hello, may I come in?');
  await type('hello 2, may I come in, please?');
  await type(`join ${token} alice`);
  await type(`say ${talk} 1 /who`);
  await room.pass(14_000);
  await type(`beat ${talk} ${mark}`);
  await type(`say ${talk} 4 Hello?`);
  await type(`say ${talk} 5000 Hello?`);
  await type(`say ${talk} 5 /quit`);
  await type(`beat ${talk} ${mark}`);
  await room.stop();
  return screen.join('\n');
}
