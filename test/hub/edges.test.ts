import { describe, expect, it } from 'vitest';
import { isName, keyOf } from '../../lib/hub/name.ts';
import { firstNames, withTheRest } from '../../lib/hub/roster.ts';
import { someTasks } from '../connection/pair.ts';
import { hubOf, type Seat } from './seats.ts';

describe('a list of names', () => {
  const named = (...sizes: number[]) => sizes.map(size => ({ name: 'x'.repeat(size) }));

  it('has 960 bytes, with a comma and a space between two names, and no more', () => {
    expect(firstNames(named(960)).count).toBe(1);
    expect(firstNames(named(480, 478)).count).toBe(2);
    expect(firstNames(named(480, 479)).count).toBe(1);
  });

  it('counts the rest only if there is one', () => {
    const both = { names: 'alice, bob', count: 2 };
    expect(withTheRest(both, 2)).toBe('alice, bob');
    expect(withTheRest(both, 3)).toBe('alice, bob … and 1 more');
  });

  it('grows with the room', () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob');
    const [, bob] = seats;
    hub.leave(bob);
    expect(hub.roster).toBe('alice');
    hub.join(bob);
    expect(hub.roster).toBe('alice, bob');
  });
});

it('a name has at most 24 letters, in any script', () => {
  expect(isName('é'.repeat(24))).toBe(true);
  expect(isName('é'.repeat(25))).toBe(false);
});

it('a name has one key with the capital ẞ too, which two steps of case would miss', () => {
  const keys = ['Straße', 'STRAẞE', 'strasse'].map(keyOf);
  expect(new Set(keys)).toEqual(new Set(['strasse']));
});

describe('a tick', () => {
  it('gives a member that spoke in the one before what is new, and only that', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob');
    const [alice, bob] = seats;
    hub.say(alice, 'one');
    await someTasks();
    hub.say(bob, 'two');
    await someTasks();
    expect(alice.caller.unread).toEqual(['[bob] two']);
    expect(bob.caller.unread).toEqual(['[alice] one']);
  });

  it('writes nothing for a member that only caused a word to another', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob');
    const [alice, bob] = seats;
    hub.tell(bob, '* psst', 'notice', alice);
    await someTasks();
    expect([alice.writes, bob.writes]).toEqual([0, 1]);
  });
});

it('a message to one member counts as at least 256 bytes of its author, and an answer as 1,024', () => {
  const { hub, seats } = hubOf({ burst: 1_000 }, 'alice', 'bob');
  const [alice, bob] = seats;
  for (let count = 0; count < 3; count++) hub.tell(bob, 'Hi', 'message', alice);
  expect(alice.held).toBe(false);
  hub.tell(bob, 'Hi', 'message', alice);
  expect([alice.held, bob.held]).toEqual([true, false]);
  hub.tell(bob, '* Hi', 'notice');
  expect(bob.held).toBe(true);
});

describe('a member that takes nothing of what it is sent', () => {
  async function isHeard(member: Seat): Promise<boolean> {
    let heard = false;
    void member.connection.receive().then(() => {
      heard = true;
    });
    member.caller.says('Hi');
    await someTasks();
    return heard;
  }

  function stalled() {
    const { hub, seats } = hubOf({ queue: 1_000_000 }, 'alice', 'bob');
    const [alice, bob] = seats;
    alice.caller.wire.pause();
    /** More than a network holds. */
    const tellMuch = (author: Seat) => {
      for (let count = 0; count < 40; count++)
        hub.tell(alice, '* '.padEnd(4_000, 'x'), 'notice', author);
    };
    return { hub, alice, bob, tellMuch };
  }

  it('is not heard before it has taken our answer', async () => {
    const { alice, tellMuch } = stalled();
    tellMuch(alice);
    await someTasks();
    expect(await isHeard(alice)).toBe(false);
  });

  it('is heard if another member caused it', async () => {
    const { hub, alice, bob, tellMuch } = stalled();
    hub.say(alice, 'Hello');
    await someTasks();
    tellMuch(bob);
    hub.say(alice, 'Hi');
    await someTasks();
    expect(await isHeard(alice)).toBe(true);
  });
});
