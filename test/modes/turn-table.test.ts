import { describe, expect, it } from 'vitest';
import { answer, type Listening, type Talking } from '../../lib/modes/half-duplex.ts';
import {
  type Phase,
  type TurnAction,
  type TurnEvent,
  turnTable,
} from '../../lib/modes/turn-table.ts';
import { judged, type Line, limit, line, quiet } from './raw-peer.ts';

/** A station on the phone. */
interface Call extends Line {
  listening: Listening;
  talking: Talking | undefined;
}

async function callIn(phase: Phase): Promise<Call> {
  const made = line('callee');
  const call: Call = {
    ...made,
    listening: answer(made.connection),
    talking: undefined,
  };
  if (phase === 'listening') return call;
  await call.peer.writes('Hi\n');
  call.talking = await call.listening.hear();
  if (phase === 'last word') await call.peer.ends();
  call.told.length = 0;
  return call;
}

const happen: Record<TurnEvent, (call: Call) => Promise<unknown>> = {
  message: ({ peer }) => peer.writes('Well?\n'),
  'not UTF-8': ({ peer }) => peer.writes(Uint8Array.from([0xff, 10])),
  'too long': ({ peer }) => peer.writes(`${'x'.repeat(limit + 1)}\n`),
  '/quit': ({ peer }) => peer.writes('/quit\n'),
  async 'half a frame, FIN'({ peer }) {
    await peer.writes('Hal');
    await peer.ends();
  },
  FIN: ({ peer }) => peer.ends(),
  RST: ({ peer }) => peer.vanishes(),
  async 'I say'(call) {
    call.listening = (await call.talking?.say('Yes.')) as Listening;
    call.talking = undefined;
    await quiet();
  },
};

/** What each deed looks like from outside. */
const seen: Record<TurnAction, (call: Call) => void> = {
  'hear it': call => expect(judged(call)).toEqual(['Well?']),
  'send it': ({ peer }) => expect(peer.heard).toEqual(['Yes.']),
  'refuse it: not your turn'(call) {
    expect(judged(call)).toEqual([expect.stringMatching(/: out of turn$/)]);
    expect(call.peer.heard).toEqual(['! Not your turn: wait for [station]']);
  },
  'refuse it: say it again'(call) {
    expect(judged(call)).toEqual([': not UTF-8']);
    expect(call.peer.heard).toEqual(['! Rejected: not UTF-8. Say it again']);
  },
  'refuse it and end'(call) {
    expect(judged(call)).toEqual([': over the limit of 128 bytes']);
    expect(call.peer.heard).toEqual(['! Too long: over the limit of 128 bytes']);
    expect(call.peer.ended).toBe(true);
  },
  'say goodbye'({ peer }) {
    expect(peer.heard).toEqual(['* Goodbye']);
    expect(peer.ended).toBe(true);
  },
  'drop the half': call => expect(judged(call)).toEqual([': cut off by the end']),
  end: call => expect(judged(call)).toEqual([]),
  'answer first': ({ peer }) => expect(peer.ended).toBe(false),
  'forget the call': ({ connection }) => expect(connection.ending).toBe('reset'),
};

const canSay = async ({ talking, peer }: Call): Promise<boolean> => {
  await talking?.say('a last word');
  await quiet();
  return peer.heard.includes('a last word');
};

/** How the phase shows in what can happen next. */
const provesPhase: Record<Phase, (call: Call) => Promise<void>> = {
  async listening({ peer, listening }) {
    await peer.writes('probe\n');
    expect((await listening.hear())?.heard).toBe('probe');
  },
  async talking(call) {
    call.talking ??= await call.listening.hear();
    await call.peer.writes('probe\n');
    expect(judged(call)).toContain('probe: out of turn');
    expect(await canSay(call)).toBe(true);
  },
  async 'last word'(call) {
    expect(await canSay(call)).toBe(true);
  },
  async over(call) {
    if (call.talking) expect(await canSay(call)).toBe(false);
    else expect(await call.listening.hear()).toBeUndefined();
  },
};

const rows = Object.entries(turnTable).flatMap(([phase, happenings]) =>
  Object.entries(happenings).map(
    ([happening, [next, deed]]) =>
      [phase as Phase, happening as TurnEvent, deed, next] as const,
  ),
);

describe('a station', () => {
  it.each(rows)('%s: %s -> %s, and is %s', async (phase, happening, deed, next) => {
    const call = await callIn(phase);
    await happen[happening](call);
    seen[deed](call);
    await provesPhase[next](call);
  });
});

describe('the table', () => {
  it('ends every phase but the last in some way, and never leaves the last', () => {
    for (const [phase, row] of Object.entries(turnTable)) {
      const nexts = Object.values(row).map(([next]) => next);
      expect(nexts.includes('over'), phase).toBe(phase !== 'over');
    }
  });

  it('gives the turn to the peer only by a word of ours, and to us only by a word of theirs', () => {
    const moves = rows.filter(
      ([phase, , , next]) => phase !== next && next !== 'over' && next !== 'last word',
    );
    expect(moves).toEqual([
      ['listening', 'message', 'hear it', 'talking'],
      ['talking', 'I say', 'send it', 'listening'],
    ]);
  });
});
