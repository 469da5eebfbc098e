import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { house } from './house.ts';
import { binary, close, closing, frame, handshaken, ping, Raw, text } from './raw.ts';

describe('a WebSocket in the room', () => {
  const enter = async (port: number, name: string) => {
    const raw = await handshaken(port);
    await raw.until('* Your name?');
    raw.socket.write(frame(text, name));
    await raw.until('* In the room: ');
    return raw;
  };

  it('talks with a member who came over TCP', async () => {
    const { port, tcpPort } = await house();
    const alice = await enter(port, 'alice');
    const bob = await Raw.open(tcpPort);
    bob.socket.write('bob\nhi from TCP\n');
    await alice.until('\x81\x11[bob] hi from TCP');
    alice.socket.write(frame(text, 'hi from WebSocket'));
    await bob.until('[alice] hi from WebSocket\n');
  });

  it('may end each text as a line: one line ending is not a part of it', async () => {
    const { port } = await house();
    const alice = await enter(port, 'alice\n');
    const bob = await enter(port, 'bob\r\n');
    alice.socket.write(frame(text, 'hi\r\n'));
    alice.socket.write(frame(text, 'two\n\n'));
    await bob.until('\x81\x0a[alice] hi\x81\x0e[alice] two\xef\xbf\xbd');
  });

  it.each([
    ['bytes', frame(binary, 'hi'), 1003],
    ['text that is not UTF-8', frame(text, Uint8Array.of(0xff, 0xfe)), 1007],
    ['a length over all limits', Buffer.of(text, 0xff, 0, 0, 0, 1, 0, 0, 0, 0), 1009],
    ['no mask', Buffer.of(text, 2, 0x68, 0x69), 1002],
    ['an unknown opcode', frame(0x83, 'hi'), 1002],
    ['a reserved bit', frame(0xc1, 'hi'), 1002],
    ['a ping in fragments', frame(0x09, 'hi'), 1002],
    ['a continuation of nothing', frame(0x80, 'hi'), 1002],
    [
      'a message in a thousand pieces',
      Buffer.concat([frame(0x01, 'a'), ...Array(1_000).fill(frame(0x00, 'b'))]),
      1008,
    ],
  ])('is closed by %s, with code', async (_, bytes, code) => {
    const { port, settle } = await house();
    const bob = await enter(port, 'bob');
    const alice = await enter(port, 'alice');
    settle();
    alice.socket.write(bytes);
    alice.socket.write(frame(text, 'and on'));
    await alice.until(closing(code));
    alice.socket.end();
    await bob.until('* alice left (1 here)');
    expect(bob.heard).not.toContain('and on');
  });

  it('is told the limit in words where it says a little too much', async () => {
    const { port } = await house();
    const alice = await enter(port, 'alice');
    alice.socket.write(frame(text, 'x'.repeat(4_097)));
    await alice.until('! Too long: over the limit of 4096 bytes');
    await alice.until(closing(1000));
  });

  it('may say as much as the limit, in pieces and with pings between them', async () => {
    const { port } = await house();
    const [alice, bob] = [await enter(port, 'alice'), await enter(port, 'bob')];
    const half = 'x'.repeat(2_048);
    alice.socket.write(
      Buffer.concat([frame(0x01, half), frame(ping, 'still?'), frame(0x80, half)]),
    );
    await alice.until('\x8a\x06still?');
    await bob.until(`[alice] ${half}${half}`);
  });

  it('is closed by a flood of pings whose answers it does not read', async () => {
    const { port, settle } = await house();
    const bob = await enter(port, 'bob');
    const alice = await enter(port, 'alice');
    settle();
    alice.socket.pause();
    alice.socket.write(Buffer.concat(Array(20_000).fill(frame(ping, 'x'.repeat(100)))));
    await bob.until('* alice left (1 here)');
  });

  it('is gone immediately when it breaks', async () => {
    const { port, settle } = await house();
    const bob = await enter(port, 'bob');
    const carol = await enter(port, 'carol');
    settle();
    carol.socket.resetAndDestroy();
    await bob.until('* carol left (1 here)');
  });

  it('hears our Close for its own', async () => {
    const { port } = await house();
    const alice = await enter(port, 'alice');
    alice.socket.write(frame(close, Uint8Array.of(0x03, 0xe8)));
    expect(await alice.all()).toMatch(closing(1000));
  });

  it('hears the goodbye, and then that the server goes away', async () => {
    const { port, acceptor, close: closeDoors } = await house();
    const alice = await enter(port, 'alice');
    void closeDoors();
    void acceptor.stop('* The room closes');
    await alice.until('* The room closes');
    await alice.until(closing(1001));
  });

  it('is cut when it does not read, and told why when it reads again', async test => {
    takesLong(test);
    const { port, settle } = await house();
    const [carol, alice, bob] = [
      await enter(port, 'carol'),
      await enter(port, 'alice'),
      await enter(port, 'bob'),
    ];
    settle();
    alice.socket.pause();
    const line = frame(text, 'x'.repeat(4_000));
    for (let sent = 0; !carol.heard.includes('* alice left'); sent++) {
      if (sent > 10_000) throw new Error('Cannot fill the queue: nobody was cut');
      if (!bob.socket.write(line)) await once(bob.socket, 'drain');
    }
    alice.socket.resume();
    await alice.until('! Too slow: 262144 bytes were waiting for you');
    await alice.until(closing(1000));
  });

  it('shares the limit with the other door', async () => {
    const { port, tcpPort } = await house({ limit: 2 });
    await enter(port, 'alice');
    const bob = await Raw.open(tcpPort);
    await bob.until('* Your name?');
    const late = await handshaken(port);
    await late.until('! Full');
    await late.until(closing(1000));
    const later = await Raw.open(tcpPort);
    expect(await later.all()).toBe('! Full\n');
  });

  it('leaves no descriptor behind', async () => {
    const { port } = await house();
    const open = () =>
      process.getActiveResourcesInfo().filter(one => /TCP/.test(one)).length;
    const before = open();
    for (let round = 0; round < 20; round++) {
      const raw = await enter(port, `m${round}`);
      if (round % 3 === 0) raw.socket.resetAndDestroy();
      else if (round % 3 === 1)
        raw.socket.write(Buffer.concat([frame(binary, 'x'), frame(close)]));
      else raw.socket.write(frame(close));
      if (round % 3 !== 0) {
        await raw.all();
        raw.socket.destroy();
      }
    }
    await expect
      .poll(open, { interval: 20, timeout: 45_000 })
      .toBeLessThanOrEqual(before);
  });
});
