import { describe, expect, it } from 'vitest';
import {
  type Receiver,
  receiver,
  type Sender,
  sender,
} from '../../lib/modes/simplex.ts';
import { judged, limit, line, quiet } from './raw-peer.ts';

/** All words that it receives. What it did not hear must be a refusal. */
async function all(from: Receiver): Promise<string[]> {
  const heard: string[] = [];
  for await (const { kind, text } of from) {
    expect(kind).toBe(text.startsWith('! ') ? 'refusal' : 'message');
    heard.push(text);
  }
  return heard;
}

describe('a receiver', () => {
  it('ends its side before a word is said', async () => {
    const { connection, peer } = line('callee');
    receiver(connection);
    await quiet();
    expect(peer.ended).toBe(true);
  });

  it('hears every line, `/` and `* ` included, and sends no byte back', async () => {
    const made = line('callee');
    const end = receiver(made.connection);
    await made.peer.writes('Michael\n/quit\n* Tracy\n\n');
    await made.peer.ends();
    expect(await all(end)).toEqual(['Michael', '/quit', '* Tracy', '']);
    expect(end.ending).toBe('ended');
    expect(made.peer.received).toBe(0);
  });

  it.each<[string, (string | Uint8Array)[], string, string[], string]>([
    ['not UTF-8', [Uint8Array.from([0xff, 10]), 'b\n'], 'ended', ['b'], 'not UTF-8'],
    ['cut off', ['hal'], 'cut off', [], 'cut off by the end'],
    [
      'too long',
      [`${'x'.repeat(limit + 1)}\n`, 'b\n'],
      'ended',
      [],
      `over the limit of ${limit} bytes`,
    ],
  ])(
    'is told at its place what it did not hear: %s',
    async (_, writes, ending, after, reason) => {
      const made = line('callee');
      const end = receiver(made.connection);
      await made.peer.writes('a\n');
      for (const bytes of writes) await made.peer.writes(bytes);
      await made.peer.ends();
      expect(await all(end)).toEqual(['a', `! Rejected: ${reason}`, ...after]);
      expect(end.ending).toBe(ending);
      expect(judged(made)).toContain(`: ${reason}`);
      expect(made.peer.received).toBe(0);
    },
  );

  it('hears of it after what came before in the same chunk', async () => {
    const made = line('callee');
    const end = receiver(made.connection);
    await made.peer.writes(Uint8Array.from([97, 10, 98, 10, 0xff, 10, 99, 10]));
    await made.peer.ends();
    expect(await all(end)).toEqual(['a', 'b', '! Rejected: not UTF-8', 'c']);
  });

  it('is told of a reset', async () => {
    const made = line('callee');
    const end = receiver(made.connection);
    await made.peer.writes('a\n');
    await made.peer.vanishes();
    expect(await all(end)).toEqual(['a']);
    expect(end.ending).toBe('reset');
  });
});

describe('a sender', () => {
  it('speaks, and ends', async () => {
    const { connection, peer } = line('caller');
    const end = sender(connection);
    await end.send('Michael');
    expect(end.trySend('Tracy')).toBe(true);
    end.end();
    expect(end.trySend('Sarah')).toBe(false);
    await quiet();
    expect(peer.heard).toEqual(['Michael', 'Tracy']);
    expect(peer.ended).toBe(true);
  });

  it('hears nothing that comes back, but it is counted', async () => {
    const made = line('caller');
    sender(made.connection);
    await made.peer.writes('Hello!\n');
    await made.peer.writes(Uint8Array.from([0xff, 10]));
    const reason = 'simplex: this end does not listen';
    expect(judged(made)).toEqual([`Hello!: ${reason}`, `: ${reason}`]);
  });
});

it('gives each end only its half: the other does not compile', () => {
  function neverRun(speaking: Sender, listening: Receiver) {
    // @ts-expect-error a receiver cannot send
    listening.send('Hi');
    // @ts-expect-error nor try to
    listening.trySend('Hi');
    // @ts-expect-error a sender cannot receive
    speaking.receive();
    // @ts-expect-error nor loop over what comes
    speaking[Symbol.asyncIterator]();
  }
  expect(neverRun).toBeTypeOf('function');
});
