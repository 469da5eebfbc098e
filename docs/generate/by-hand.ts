import { datagramRoom } from './datagram-room.ts';
import { tasks } from './tasks.ts';

/** The column of the room's words, to the right of what is typed. */
const indent = ' '.repeat(16);

/** Alice has only a socket: what she types is at the left, what the room answers at the right. */
export async function byHand(): Promise<string> {
  // A page must show the same token, talk and mark each time. Here nobody can misuse them.
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
