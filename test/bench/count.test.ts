import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { Crowd } from './count.ts';

const load = { members: 4, senders: 2, window: 3, messages: 20, size: 10 };

/** A room by lines. `loses`: whether a message does not reach a member. */
async function room(loses: (said: number) => boolean): Promise<number> {
  const names = new Map<Socket, string>();
  let said = 0;
  const server = createServer(socket => {
    let rest = '';
    socket
      .on('error', () => {})
      .on('data', chunk => {
        const lines = `${rest}${chunk}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const name = names.get(socket);
          if (name === undefined) names.set(socket, line);
          else
            for (const other of names.keys())
              if (other !== socket && !loses(said++))
                other.write(`[${name}] ${line}\n`);
        }
      });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as { port: number }).port;
}

it('counts one delivery for each message and each other member', async () => {
  const crowd = await Crowd.join([await room(() => false)], 'ours', load);
  expect((await crowd.talk(load)).deliveries).toBe(2 * 20 * 3);
  await crowd.leave();
});

it('convicts a room that loses a message', async () => {
  const crowd = await Crowd.join([await room(said => said === 50)], 'ours', load);
  await expect(crowd.talk(load, 100)).rejects.toThrow('bytes did not come');
  await crowd.leave();
});
