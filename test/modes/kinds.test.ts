import { expect, it } from 'vitest';
import type { Connection } from '../../lib/connection/connection.ts';
import { fullDuplex } from '../../lib/modes/full-duplex.ts';
import { answer, call } from '../../lib/modes/half-duplex.ts';
import { introduce, visit } from '../../lib/modes/people.ts';
import { receiver, sender } from '../../lib/modes/simplex.ts';
import { stationRules, Turns } from '../../lib/modes/turns.ts';
import { judged, kindsOf, limit, line } from './raw-peer.ts';

type Takes = (connection: Connection) => unknown;

const bad = Uint8Array.of(0xff, 10);
const noName = (name: string) => (name === 'alice' ? 'no' : undefined);

// The verdict counts messages only, and takes no turn for a command or a notice.
it.each<[end: string, takes: Takes, writes: (string | Uint8Array)[], kinds: string[]]>([
  ['a receiver', receiver, ['Hi\n', bad, '/quit\n'], ['message', 'message', 'message']],
  ['a sender', sender, ['Hi\n', bad], ['message', 'message']],
  ['one of two who both speak', fullDuplex, ['Hi\n', bad], ['message', 'message']],
  ['a station', answer, ['/help\n', bad, 'Hi\n'], ['control', 'message', 'message']],
  ['a station that is left', answer, ['/quit\n'], ['control']],
  [
    'a station that is told too much',
    answer,
    [`${'x'.repeat(limit + 1)}\n`],
    ['message'],
  ],
  [
    'a caller',
    connection => call(connection).say('Hi'),
    ['* A notice\n', '! No\n', '[station] HI\n', bad],
    ['notice', 'refusal', 'message', 'message'],
  ],
  [
    'a room',
    connection => introduce(connection, noName),
    [bad, 'alice\n', 'bob\n', 'Hi\n', '/who\n', bad],
    ['message', 'control', 'control', 'message', 'control', 'message'],
  ],
  [
    'a member',
    visit,
    ['* A notice\n', bad, '[bob] Hi\n'],
    ['notice', 'message', 'message'],
  ],
])('%s records what each line was for', async (_, takes, writes, kinds) => {
  const made = line('callee');
  void takes(made.connection);
  for (const bytes of writes) await made.peer.writes(bytes);
  expect(kindsOf(made)).toEqual(kinds);
});

it('a room records its question for a name as a notice', () => {
  const made = line('callee');
  void introduce(made.connection, noName);
  expect(made.told.find(({ what }) => what === 'sent')?.kind).toBe('notice');
});

it('a station records half a message, and answers nothing', async () => {
  const made = line('callee');
  answer(made.connection);
  await made.peer.writes('I forgot to');
  await made.peer.ends();
  expect(kindsOf(made)).toEqual(['message']);
  expect(judged(made)).toEqual([': cut off by the end']);
  expect(made.peer.heard).toEqual([]);
});

it('a station hears nothing after the end of a call', () => {
  const late = { kind: 'message', text: 'Hi', refused: 'the call is over' };
  expect(stationRules(new Turns('over')).message('Hi', false)).toEqual(late);
});

it('a caller has heard nothing yet, and may not hear twice', async () => {
  const { connection } = line('caller');
  const talking = call(connection);
  expect(talking.heard).toBe('');
  const listening = await talking.say('Hi');
  void listening.hear();
  await expect(listening.hear()).rejects.toMatchObject({
    name: 'TurnSpent',
    message: 'Cannot hear: this turn is spent, use what the last call returned',
  });
});
