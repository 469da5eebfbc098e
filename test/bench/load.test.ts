// The load must be able to fail: each of these servers is wrong in one way.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { join, leave } from './crowd.ts';
import { talk } from './load.ts';

/** What a member is sent for the words of another. */
type Relay = (line: string, number: number, to: number) => string[];

let held = '';
const wrong: Record<string, Relay> = {
  'drops one line for all': (line, number) => (number === 5 ? [] : [line]),
  'drops one line for a listener': (line, number, to) =>
    number === 5 && to === 3 ? [] : [line],
  'drops one line for a speaker': (line, number, to) =>
    number === 5 && to === 0 ? [] : [line],
  'drops the last line': (line, number) => (number === 39 ? [] : [line]),
  'swaps two lines': (line, number, to) => {
    if (number !== 4 && number !== 5) return [line];
    if (number === 5) return [line, held];
    if (to === 3) held = line;
    return [];
  },
  'swaps two lines for one': (line, number, to) => {
    if (to !== 2 || (number !== 4 && number !== 5)) return [line];
    if (number === 5) return [line, held];
    held = line;
    return [];
  },
  'repeats one line': (line, number) => (number === 5 ? [line, line] : [line]),
  'repeats the last line': (line, number) => (number === 39 ? [line, line] : [line]),
  'changes one byte': (line, number, to) =>
    number === 5 && to === 3 ? [line.replace('x', 'y')] : [line],
  'cuts a line': (line, number) => (number === 5 ? [line.slice(0, -1)] : [line]),
};

it.each(Object.entries(wrong))('notices a server that %s', async (_, relay) => {
  await expect(load(relay, 2)).rejects.toThrow();
});

it.each(Object.entries(wrong).filter(([what]) => !what.includes('speaker')))(
  'notices, with a lone speaker of short messages, a server that %s',
  async (what, relay) => {
    const short = load(relay, 1, what.startsWith('changes') ? 16 : 1);
    await expect(short).rejects.toThrow();
  },
);

it.each([1, 2, 16])('is content with a right one, at %i bytes', async size => {
  const delivered = await load(line => [line], 1, size, {});
  expect(delivered.deliveries).toBe(40 * 4);
});

it('notices that it is cut', async () => {
  await expect(
    load((line, number) => (number === 5 ? ['', 'cut'] : [line]), 2),
  ).rejects.toThrow('cut');
});

/** Who is wrong is soon given up; who is right has all the time that a busy machine may take. */
const soon: Waits = { patience: 300 };
type Waits = { readonly patience?: number };

/** Forty messages among five members. */
async function load(relay: Relay, senders: number, size = 20, wait: Waits = soon) {
  const { server, port, known } = await serving(relay, 5);
  const members = await join(port, 5, 0);
  await known;
  try {
    const messages = 40 / senders;
    const rest = { size, messages, named: true, window: 4, ...wait };
    return await talk(members, { senders, ...rest });
  } finally {
    await leave(members);
    server.close();
  }
}

/** `known` settles when that number of members have said their names: nobody greets them. */
async function serving(relay: Relay, crowd: number) {
  const members = new Map<Socket, string>();
  let number = 0;
  let isKnown = () => {};
  const known = new Promise<void>(resolve => {
    isKnown = resolve;
  });
  const server = createServer(socket => {
    createInterface({ input: socket }).on('line', line => {
      const name = members.get(socket);
      if (name === undefined) {
        if (members.set(socket, line).size === crowd) isKnown();
      } else tell(socket, `[${name}] ${line}`, number++);
    });
    socket.on('error', () => {});
  });
  const tell = (author: Socket, line: string, count: number) =>
    [...members.keys()].forEach((member, index) => {
      if (member === author) return;
      const lines = relay(line, count, index);
      if (lines[1] === 'cut') member.destroy();
      else for (const one of lines) member.write(`${one}\n`);
    });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, known };
}
