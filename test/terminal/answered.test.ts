import { describe, expect, it } from 'vitest';
import { lengthPrefixed, netstring, text } from '../../lib/framing/index.ts';
import type { RawPeer } from '../modes/raw-peer.ts';
import { type Case, played } from './caller.ts';
import { halfDuplexDemo, simplexDemo } from './demos.ts';

interface Row extends Omit<Case, 'demo'> {
  readonly server: string;
  /** On stderr. Without it the client was served, and ends with 0. */
  readonly says?: string;
  readonly sent?: readonly string[];
}

const does =
  (...lines: readonly string[]) =>
  async (server: RawPeer) => {
    for (const line of lines) await server.writes(`${line}\n`);
    await server.ends();
  };

const lengths = text(lengthPrefixed());
const netstrings = text(netstring());
const otherFraming = (framing: string) =>
  `the server does not speak this framing (${framing}): choose the server's with --framing`;
const unanswered = 'the connection ended before the station answered';

const rows: readonly Row[] = [
  { server: 'answers', does: does('[station] 1', '[station] 2'), sent: ['one', 'two'] },
  {
    server: 'says more than answers',
    does: does('* news', '! no', '[station] 1', '[station] 2'),
  },
  {
    server: 'hangs up when it has answered',
    input: ['one'],
    open: true,
    does: does('[station] 1', '* The station hangs up'),
  },
  {
    server: 'hangs up before it has heard all',
    does: does('[station] 1', '* The station hangs up'),
    says: unanswered,
    sent: ['one', 'two'],
  },
  {
    server: 'is busy',
    does: does('! Line busy: one call at a time, try again later'),
    says: 'the station refused: Line busy: one call at a time, try again later',
  },
  {
    server: 'is busy, as a person has just read',
    person: true,
    does: does('! Line busy: one call at a time, try again later'),
    says: 'refused by the station',
  },
  {
    server: 'is full, and nobody had a word for it',
    input: [],
    does: does('! Full: try again later (1 at a time)'),
    says: 'the station refused: Full: try again later (1 at a time)',
  },
  { server: 'is killed before it answers', does: does(), says: unanswered },
  {
    server: 'closes before it answers',
    does: does('* The station closes'),
    says: unanswered,
  },
  {
    server: 'resets the connection',
    does: server => server.vanishes(),
    says: unanswered,
  },
  {
    server: 'is killed while it listens',
    input: ['one'],
    open: true,
    does: does('[station] 1'),
    says: 'the connection ended without a goodbye from the station',
  },
  {
    server: 'finds the second of three lines too long',
    input: ['one', 'too long', 'three'],
    does: does('[station] 1', '! Too long: over the limit of 4 bytes'),
    says: 'the station refused: Too long: over the limit of 4 bytes',
    sent: ['one', 'too long'],
  },
  {
    server: 'does not wait for a silent caller',
    input: [],
    open: true,
    does: does('! Silent for 60 s: the line is needed'),
    says: 'the station refused: Silent for 60 s: the line is needed',
  },
  {
    server: 'waits for the end of a frame, and finds that nothing follows',
    input: ['hi'],
    async does(server) {
      expect(server.ended).toBe(true);
      await server.ends();
    },
    says: unanswered,
  },
  {
    server: 'answers with lengths',
    async does(server) {
      await server.writes(lengths.encode('! Too long: over the limit of 4096 bytes'));
      await server.ends();
    },
    says: otherFraming('lines'),
  },
  {
    server: 'answers with netstrings, and not with lengths',
    flags: { framing: 'length' },
    does: server => server.writes(netstrings.encode('[station] 1')),
    says: otherFraming('length'),
  },
  {
    server: 'answers at too great length',
    does: does(`[station] ${'x'.repeat(20_000)}`),
    says: 'not shown: 1 message over the limit of 16384 bytes',
  },
  {
    server: 'says notices in place of an answer, without end',
    does: server => server.writes('* news\n'.repeat(1_001)),
    says: 'the station sends only notices, and does not answer',
  },
];

describe('a caller at a pipe, whose station', () => {
  it.each(rows)('$server', async row => {
    const ended = await played({
      demo: halfDuplexDemo,
      input: ['one', 'two'],
      ...row,
    });
    expect(ended).toMatchObject({
      code: row.says === undefined ? 0 : 1,
      says: row.says ?? '',
      ...(row.sent && { sent: row.sent }),
    });
  });

  it('takes its time is told so, and goes on waiting', async () => {
    const { warned, code } = await played({
      demo: halfDuplexDemo,
      input: ['one'],
      async does(server, { clock }) {
        clock.moveTo(3_600_000);
        await server.writes('[station] 1\n');
        await server.ends();
      },
    });
    expect(warned).toEqual([
      'no answer yet: a person may be writing it, or --framing may be wrong. Ctrl-C leaves',
    ]);
    expect(code).toBe(0);
  });
});

describe('a sender at a pipe, whose receiver', () => {
  it.each([
    ['ends its own direction, and listens', does(), 0, ''],
    ['answers with something, which is not for it', does('Welcome!'), 0, ''],
    [
      'resets the connection',
      (server: RawPeer) => server.vanishes(),
      1,
      'SERVER broke the connection',
    ],
  ] as const)('%s', async (_, acts, code, says) => {
    const ended = await played({
      demo: simplexDemo,
      input: ['one'],
      open: code === 1,
      does: acts,
    });
    expect(ended).toMatchObject({ code, says, sent: ['one'] });
  });
});
