import { expect, it } from 'vitest';
import type { Observation } from '../../lib/trace/event.ts';
import { someTasks } from '../connection/pair.ts';
import { hubOf, type Seat, seated } from './seats.ts';

/** A hub with three members: the ends of alice and bob keep a record, carol's does not. */
async function recorded() {
  const { hub, clock } = hubOf();
  const records = { alice: [] as Observation[], bob: [] as Observation[] };
  const member = (name: 'alice' | 'bob') =>
    seated(name, clock, undefined, event => void records[name].push(event));
  const [alice, bob, carol] = [member('alice'), member('bob'), seated('carol', clock)];
  for (const one of [alice, bob, carol]) hub.join(one);
  alice.caller.says('Hello', 'Hi');
  await someTasks();
  await hears(alice, 'Hello', 'Hi');
  /** What a record has of what was sent, without the chunks. */
  const sentTo = (name: 'alice' | 'bob') =>
    records[name]
      .filter(({ what }) => what === 'sent')
      .map(({ kind, text, size, of }) => ({ kind, text, size, of }));
  return { hub, alice, bob, carol, sentTo };
}

async function hears({ connection }: Seat, ...lines: string[]): Promise<void> {
  for (const line of lines) expect((await connection.receive())?.text).toBe(line);
}

/** The second line of alice. */
const second = { link: 'alice', nth: 2 };

it('records a message when it is said, for all but its author, with where it came from', async () => {
  const { hub, alice, sentTo } = await recorded();
  hub.say(alice, 'Hi');
  const sent = { kind: 'message', text: '[alice] Hi', size: 11, of: second };
  expect([sentTo('bob'), sentTo('alice')]).toEqual([[sent], []]);
});

it('records a message of another node of the room, with where that says it came from', async () => {
  const { hub, alice, bob, carol, sentTo } = await recorded();
  const of = { link: 'far away', nth: 7 };
  hub.pass('[alice] Hi', of, alice);
  const sent = { kind: 'message', text: '[alice] Hi', size: 11, of };
  expect([sentTo('bob'), sentTo('alice')]).toEqual([[sent], []]);
  hub.pass('[dave] Hi', of, undefined);
  expect(sentTo('alice')).toEqual([{ ...sent, text: '[dave] Hi', size: 10 }]);
  hub.pass('[dave] Hi', undefined, undefined);
  expect(sentTo('alice').at(-1)?.of).toBeUndefined();
  await someTasks();
  expect(alice.caller.unread).toEqual(['[dave] Hi', '[dave] Hi']);
  for (const { caller } of [bob, carol])
    expect(caller.unread).toEqual(['[alice] Hi', '[dave] Hi', '[dave] Hi']);
});

it('records a notice to all, which comes from nobody', async () => {
  const { hub, bob, sentTo } = await recorded();
  hub.tellAll('* Tea', [bob.name]);
  const sent = { kind: 'notice', text: '* Tea', size: 6, of: undefined };
  expect([sentTo('alice'), sentTo('bob')]).toEqual([[sent], []]);
});

it.each([
  ['message', second],
  ['notice', undefined],
] as const)('records a %s to one member', async (kind, of) => {
  const { hub, alice, bob, sentTo } = await recorded();
  hub.tell(bob, 'psst', kind, alice);
  const sent = { kind, text: 'psst', size: 5, of };
  expect([sentTo('bob'), sentTo('alice')]).toEqual([[sent], []]);
});

it('records nothing for a member that has left', async () => {
  const { hub, alice, bob, sentTo } = await recorded();
  hub.leave(bob);
  hub.say(alice, 'Hi');
  hub.tell(bob, 'psst', 'notice');
  expect(sentTo('bob')).toEqual([]);
});

it('records why a member was disconnected, as a refusal', async () => {
  const { hub, alice, bob, sentTo } = await recorded();
  bob.stuck = 1_000;
  hub.say(alice, 'Hi');
  await someTasks();
  expect(sentTo('bob').at(-1)).toMatchObject({
    kind: 'refusal',
    text: '! Too slow: 100 bytes were waiting for you',
  });
});
