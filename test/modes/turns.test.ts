import { describe, expect, it } from 'vitest';
import { call } from '../../lib/modes/half-duplex.ts';
import { callerRules, stationRules, Turns } from '../../lib/modes/turns.ts';
import { limit, line, quiet } from './raw-peer.ts';

describe.each([
  ['station', stationRules],
  ['caller', callerRules],
] as const)('the rules of a %s', (_, rules) => {
  it.each([
    ['ended', 'last word'],
    ['cut off', 'last word'],
    ['reset', 'over'],
    ['open', 'talking'],
  ] as const)('go on, when the peer is "%s", to "%s"', (ending, phase) => {
    const turns = new Turns('listening');
    const kept = rules(turns);
    kept.message('[station] Hi', false);
    kept.over?.(ending);
    expect(turns.phase).toBe(phase);
  });
});

it.each([
  ['not UTF-8', Uint8Array.of(0xff, 10)],
  ['too long', `${'x'.repeat(limit + 1)}\n`],
])(
  'a caller leaves when the answer is %s: the turn would never come back',
  async (_, answer) => {
    const { connection, peer } = line('caller');
    const listening = await call(connection).say('Hi');
    const heard = listening.hear();
    await peer.writes(answer);
    expect(await heard).toBeUndefined();
    await quiet();
    expect(peer.ended).toBe(true);
  },
);
