import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takesLong, withLong } from '../long.ts';
import { demo, server } from './program.ts';
import { member, person } from './udp-people.ts';

describe.concurrent('demo:udp', () => {
  it('plays its scenes over real UDP, and every verdict is ok', async test => {
    const played = demo(test, 'udp', withLong ? '--all' : '');
    expect(await played.ended).toBe(0);
    const verdicts = played.out.text.match(/^verdict: .*$/gm) ?? [];
    const all = readdirSync('demos/udp/scenes').length;
    expect(verdicts).toHaveLength(withLong ? all : 1);
    for (const line of verdicts) expect(line).toMatch(/ · (ok|as expected) · /);
    expect(played.err.text).toBe('');
  });

  it('is a room for two clients and for who has only a socket', async test => {
    // A person with only a socket sends no heartbeats, and must stay anyway.
    const room = await server(test, 'udp', '--beat 60');
    const alice = member(test, room.port, 'alice');
    await alice.out.until('* In the room: alice\n');
    const raw = await person(test, room.port);
    const token = await raw.ask('hello 2, may I come in, please?\n');
    const joined = await raw.ask(
      token.replace('token', 'join').replace('\n', ' bob\n'),
    );
    raw.type('');
    raw.type(new Uint8Array(65_507));
    raw.type(`say ${joined.split(' ')[1]} 2 I have lost one\n`);
    await alice.out.until('* 1 missing from bob\n[bob] I have lost one\n');
    alice.type('Hello\n/who\n/nope\n');
    await alice.out.until('* In the room: alice, bob\n! Unknown command: /nope');
    alice.endInput();
    expect(await alice.ended).toBe(0);
    expect(alice.out.text).toMatch(/\* Goodbye\n$/);
    expect(alice.err.text).toBe('');
    room.signal('SIGTERM');
    expect(await room.ended).toBe(0);
    expect(room.out.text).toBe(`listening on 127.0.0.1:${room.port}\n`);
    expect(room.err.text).toBe('');
    expect(raw.heard.join('')).toContain('[alice] Hello\n');
    expect(raw.heard.slice(-2)).toEqual([
      expect.stringMatching(/^say \w+ \d+ \* The room closes\n$/),
      expect.stringMatching(/^bye \w+ \d+\n$/),
    ]);
  });

  it('tells a member whom the room does not know any more, and ends with 1', async test => {
    const socket = createSocket('udp4');
    test.onTestFinished(() => void socket.close());
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    const answers = [
      'token 00000000000000000000\n',
      'joined k3n9x0qa 1 3\n',
      'say k3n9x0qa 1 * \u001b[2J\u202ehi\n',
    ];
    socket.on('message', (_, from) => {
      // What follows on joined, and then: who?
      socket.send(answers.shift() ?? 'who? k3n9x0qa\n', from.port);
      if (answers.length === 1) socket.send(answers.shift() ?? '', from.port);
    });
    const alice = member(test, port, 'alice');
    expect(await alice.ended).toBe(1);
    expect(alice.out.text).toBe('* \ufffd[2J\ufffdhi\n');
    expect(alice.err.text).toBe(
      `demo:udp: 127.0.0.1:${port} is silent, or no longer knows us: join again\n`,
    );
  });

  it('hears immediately from a full room that it is full, as over TCP', async test => {
    takesLong(test);
    const room = await server(test, 'udp', '--max-connections 1 --beat 60');
    const raw = await person(test, room.port);
    const token = await raw.ask('hello 2, may I come in, please?\n');
    expect(
      await raw.ask(token.replace('token', 'join').replace('\n', ' raw\n')),
    ).toMatch(/^joined/);
    const late = member(test, room.port, 'late');
    expect(await late.ended).toBe(1);
    expect(late.out.text).toBe('! Full: 1 at a time\n');
    expect(late.err.text).toBe('demo:udp: not let in: Full: 1 at a time\n');
  });

  it('says why a fault of datagrams means nothing on a stream, and the other way', async test => {
    takesLong(test);
    const [stream, datagrams] = [
      demo(test, 'p2m', 'server --loss 10'),
      demo(test, 'udp', '--chop 1'),
    ];
    expect([await stream.ended, await datagrams.ended]).toEqual([2, 2]);
    expect(stream.err.text).toMatch(
      /^demo:p2m: no --loss here: .*TCP retransmits what is lost.*\n$/,
    );
    expect(datagrams.err.text).toMatch(
      /^demo:udp: no --chop here: .*a datagram arrives whole.*\n$/,
    );
  });
});
