import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { demo, server } from './program.ts';
import { listen } from './raw.ts';

const typing = { input: 'open' } as const;

describe.concurrent('a client that is not served', () => {
  it.for([
    ['half-duplex', '', 'hello', 'the connection ended before the station answered'],
    [
      'p2p',
      '--name alice',
      'alice',
      'the connection ended without a goodbye from the exchange',
    ],
    [
      'p2m',
      '--name alice',
      'alice',
      'the connection ended without a goodbye from the room',
    ],
    [
      'websocket',
      '--name alice',
      'alice',
      'the connection ended without a goodbye from the room',
    ],
  ] as const)(
    'of %s says that its server was killed, and ends with 1',
    async ([mode, flags, said, says], test) => {
      if (mode !== 'p2m') takesLong(test);
      const { port, caller } = await listen(test);
      const client = demo(test, mode, `client --port ${port} ${flags}`, typing);
      client.type('hello\n');
      const station = await caller;
      if (mode !== 'half-duplex') station.write('* Your name?\n');
      await station.heard.until(`${said}\n`);
      if (mode !== 'half-duplex') station.write('* In the room: alice\n');
      station.end();
      expect(await client.ended).toBe(1);
      expect(client.err.text).toBe(`demo:${mode}: ${says}\n`);
    },
  );

  it('does not take a line of the input for a name when --name is taken', async test => {
    takesLong(test);
    const room = await server(test, 'p2m');
    const alice = demo(test, 'p2m', `client --port ${room.port} --name alice`, typing);
    await alice.out.until('* In the room: alice\n');
    const other = demo(test, 'p2m', `client --port ${room.port} --name alice`, typing);
    other.type('hello\nthe build is broken\n');
    other.endInput();
    expect(await other.ended).toBe(1);
    expect(other.err.text).toBe(
      'demo:p2m: not let in as "alice": Taken: alice is here already; give another name with --name\n',
    );
    alice.type('/quit\n');
    expect(await alice.ended).toBe(0);
    expect(alice.out.text).toBe('* In the room: alice\n* Goodbye\n');
  });

  it('does not take a byte order mark for a part of the first line', async test => {
    takesLong(test);
    const room = await server(test, 'p2m');
    const zoe = demo(test, 'p2m', `client --port ${room.port}`, typing);
    zoe.type('\ufeffzoe\n');
    zoe.endInput();
    expect(await zoe.ended).toBe(0);
    expect(zoe.out.text).toBe('* Your name?\n* In the room: zoe\n* Goodbye\n');
  });
});
