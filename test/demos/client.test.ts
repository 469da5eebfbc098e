import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { demo, server } from './program.ts';
import { call, listen } from './raw.ts';

const typing = { input: 'open' } as const;

describe.concurrent('a client', () => {
  it('of simplex sends what is piped in, then ends', async test => {
    const receiver = await server(test, 'simplex');
    const client = demo(test, 'simplex', `client --port ${receiver.port}`, typing);
    client.type('one\n/two\nthree');
    client.endInput();
    expect(await client.ended).toBe(0);
    await receiver.out.until('\none\n/two\nthree\n* sender 1 has ended\n');
    expect(client.out.text + client.err.text).toBe('');
  });

  it('of half-duplex sends the next line only when the turn is back', async test => {
    const { port, caller } = await listen(test);
    const client = demo(test, 'half-duplex', `client --port ${port}`, typing);
    client.type('one\ntwo\n');
    client.endInput();
    const station = await caller;
    await station.heard.until('one\n');
    station.write('* a notice gives no turn\n! nor does a refusal\n');
    await client.out.until('! nor does a refusal\n');
    expect(station.heard.text).toBe('one\n');
    station.write('[station] 1\n');
    await station.heard.until('two\n');
    expect(station.heard.text).toBe('one\ntwo\n');
    station.write('[station] 2\n');
    expect(await station.all).toBe('one\ntwo\n');
    station.end();
    expect(await client.ended).toBe(0);
    expect(client.out.text).toBe(
      '* a notice gives no turn\n! nor does a refusal\n[station] 1\n[station] 2\n',
    );
  });

  it('speaks with the server of its own mode, in either framing', async test => {
    takesLong(test);
    const { port } = await server(test, 'half-duplex', '--framing length');
    const client = demo(
      test,
      'half-duplex',
      `client --framing length --port ${port}`,
      typing,
    );
    client.type('a\nb\n');
    client.endInput();
    expect(await client.ended).toBe(0);
    expect(client.out.text).toBe('[station] A\n[station] B\n');
  });

  it.for(['simplex', 'half-duplex'])(
    'of %s says all that was piped in, though its input has ended before',
    async (mode, test) => {
      takesLong(test);
      const { port, caller } = await listen(test);
      const client = demo(test, mode, `client --port ${port}`, {
        ...typing,
        first: 'strict-readline',
      });
      client.type('one\ntwo\nthree');
      client.endInput();
      const peer = await caller;
      for (const words of ['one', 'two', 'three']) {
        await peer.heard.until(words);
        if (mode === 'half-duplex') peer.write(`[station] ${words}\n`);
      }
      expect(await peer.all).toBe('one\ntwo\nthree\n');
      peer.end();
      expect(await client.ended).toBe(0);
      expect(client.err.text).toBe('');
    },
  );

  it('tries three times where no server is, and says so', async test => {
    takesLong(test);
    const client = demo(test, 'simplex', 'client --port 1');
    expect(await client.ended).toBe(1);
    const problem = 'cannot connect to 127.0.0.1:1 (ECONNREFUSED)';
    expect(client.err.text.split('\n')).toEqual([
      `${problem}, trying again (1 of 3)`,
      `${problem}, trying again (2 of 3)`,
      `demo:simplex: ${problem}: start a server with npm run demo:simplex -- server --port 1`,
      '',
    ]);
    expect(client.out.text).toBe('');
  });

  it('tries a name that nobody has once', async test => {
    const client = demo(test, 'simplex', 'client --host no..name');
    expect(await client.ended).toBe(1);
    expect(client.err.text).toBe(
      'demo:simplex: cannot connect to no..name:9001 (ENOTFOUND): host not found: check --host\n',
    );
  });

  it('leaves when the server ends, and shows nothing that could harm a terminal', async test => {
    const { port, caller } = await listen(test);
    const client = demo(test, 'half-duplex', `client --port ${port}`, typing);
    const station = await caller;
    station.write('* \u001b[2J\u202ecls\u0007\n* The station closes\n');
    station.end();
    expect(await client.ended).toBe(0);
    expect(client.out.text).toBe('* \ufffd[2J\ufffdcls\ufffd\n* The station closes\n');
  });

  it('says that the link broke, and ends with 1', async test => {
    const { port, caller } = await listen(test);
    const client = demo(test, 'simplex', `client --port ${port}`, typing);
    client.type('hello\n');
    const receiver = await caller;
    await receiver.heard.until('hello\n');
    receiver.reset();
    expect(await client.ended).toBe(1);
    expect(client.err.text).toBe(
      `demo:simplex: 127.0.0.1:${port} broke the connection\n`,
    );
  });

  it('does not send a line over its limit: it says so, goes on, and ends with 1', async test => {
    takesLong(test);
    const receiver = await server(test, 'simplex');
    const client = demo(test, 'simplex', `client --port ${receiver.port}`, typing);
    client.type(`${'x'.repeat(17_000)}\nshort\n`);
    client.endInput();
    expect(await client.ended).toBe(1);
    expect(client.err.text).toBe(
      'not sent: a line of 17000 bytes, the limit is 16384\n',
    );
    await receiver.out.until(/:\d+\nshort\n\* sender 1 has ended\n/);
  });

  it('leaves at Ctrl-C even while it waits for an answer', async test => {
    takesLong(test);
    const station = await server(test, 'half-duplex', '--operator', typing);
    // It would give the station a second to say goodbye: here as long as that takes.
    const client = demo(test, 'half-duplex', `client --port ${station.port}`, {
      ...typing,
      first: 'patient',
    });
    client.type('hello\n');
    await station.out.until('[caller 1] hello\n');
    client.signal('SIGINT');
    expect(await client.ended).toBe(0);
    expect(client.out.text).toBe('* Goodbye\n');
    const next = await call(test, station.port);
    next.write('free again\n');
    await station.out.until('[caller 2] free again\n');
  });
});
