import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { takesLong, withLong } from '../long.ts';
import { needs } from '../needs.ts';
import { demo, inTerminal, server } from './program.ts';
import { member, person, typing } from './udp-people.ts';

describe.concurrent('demo:udp client', () => {
  it('leaves after a burst without a ghost: the room confirms it, and its name is free', async test => {
    const room = await server(test, 'udp');
    const alice = member(test, room.port, 'alice');
    alice.type('x\n'.repeat(150));
    alice.endInput();
    expect(await alice.ended).toBe(0);
    expect(alice.out.text).toContain('* In the room: alice\n');
    expect(alice.err.text).toBe('');
    const next = await person(test, room.port);
    const token = await next.ask('hello 2, may I come in, please?\n');
    next.type(token.replace('token', 'join').replace('\n', ' alice\n'));
    await vi.waitFor(
      () => expect(next.heard.join('')).toContain('* In the room: alice\n'),
      45_000,
    );
  });

  it('ends with 1 when nobody confirms that it has left', async test => {
    takesLong(test);
    const socket = createSocket('udp4');
    test.onTestFinished(() => void socket.close());
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const answers = ['token 00000000000000000000\n', 'joined k3n9x0qa 60 3\n'];
    const heard: string[] = [];
    socket.on('message', (bytes, from) => {
      heard.push(String(bytes));
      const answer = answers.shift();
      if (answer !== undefined) socket.send(answer, from.port);
    });
    const alice = member(test, socket.address().port, 'alice');
    alice.endInput();
    expect(await alice.ended).toBe(1);
    expect(alice.err.text).toMatch(/is silent, or no longer knows us/);
    expect(heard.filter(word => word === 'bye k3n9x0qa 1\n')).toHaveLength(20);
  });

  it('finds a server by localhost if it listens on IPv6 only', async test => {
    takesLong(test);
    needs(test, 'IPv6 on the loopback');
    const room = await server(test, 'udp', '--host ::1');
    const alice = member(test, room.port, 'alice', '--host localhost');
    alice.endInput();
    expect(await alice.ended).toBe(0);
    expect(alice.out.text).toBe('* In the room: alice\n* Goodbye\n');
  });

  it('asks a person for a name, and calls a pipe a guest', async test => {
    takesLong(test);
    const room = await server(test, 'udp');
    const alice = inTerminal(test, ['udp', `client --port ${room.port}`]);
    await alice.out.until('* Your name?');
    alice.type('alice\r');
    await alice.out.until('* In the room: alice');
    const guest = demo(test, 'udp', `client --port ${room.port}`, typing);
    await guest.out.until('* In the room: alice, guest\n');
    guest.type('bob\n');
    await alice.out.until('[guest] bob');
    alice.type('Hello\r');
    await guest.out.until('[alice] Hello\n');
    alice.type('\u0004');
    await alice.out.until('[exit 0, sane]');
  });

  it.for([
    ['Enter', '\r'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ] as const)('%s leaves instead of a name', async ([, key], test) => {
    takesLong(test);
    const nobody = inTerminal(test, ['udp', 'client --port 9']);
    await nobody.out.until('* Your name?');
    nobody.type(key);
    await nobody.out.until('left: no name given');
    await nobody.out.until('[exit 0, sane]');
  });

  it('names the flag, and ends with 1, when the room does not take a name', async test => {
    takesLong(test);
    const room = await server(test, 'udp');
    const names = ['\u0430lice', ...(withLong ? ['x'.repeat(2_000)] : [])];
    const clients = names.map(name => member(test, room.port, name));
    for (const [index, client] of clients.entries()) {
      client.type('Hello\n');
      client.endInput();
      expect(await client.ended).toBe(1);
      expect(client.out.text).toMatch(/^! Invalid name: .*\n$/);
      expect(client.err.text).toBe(
        `demo:udp: not let in as "${names[index]}": give another name with --name\n`,
      );
    }
  });
});
