import { describe, expect, it } from 'vitest';
import { someTasks } from '../connection/pair.ts';
import { hubOf } from './seats.ts';

describe('a hub cuts', () => {
  it('a member with more than the limit unread before a tick, and nobody else', async () => {
    const { hub, seats } = hubOf({ queue: 100 }, 'alice', 'bob', 'carol');
    const [alice, bob, carol] = seats;
    bob.stuck = 100;
    carol.stuck = 101;
    hub.say(alice, 'x'.repeat(1_000));
    hub.say(alice, 'last');
    await someTasks();
    hub.say(alice, 'later');
    await someTasks();
    expect(bob.caller.unread.slice(1)).toEqual(['[alice] last', '[alice] later']);
    expect(carol.caller.unread.slice(1)).toEqual([
      '[alice] last',
      '! Too slow: 100 bytes were waiting for you',
    ]);
    await carol.caller.hears(...carol.caller.unread);
    await carol.caller.hearsTheEnd();
    expect([...hub.members]).toEqual([alice, bob]);
  });

  it('and then says nothing more to it, and does not hear it', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob', 'carol');
    const [alice, bob, carol] = seats;
    carol.stuck = 1_000;
    hub.say(alice, 'one');
    await someTasks();
    const { writes } = carol;
    hub.say(carol, 'I am still here');
    hub.tell(carol, '* psst', 'notice');
    hub.leave(carol);
    await someTasks();
    expect(bob.caller.unread).toEqual(['[alice] one']);
    expect(carol.writes).toBe(writes);
  });

  it('and drops it when it has not read the reason after 2 s', async () => {
    const { hub, clock, seats } = hubOf({}, 'alice', 'bob');
    const [alice, bob] = seats;
    bob.caller.wire.pause();
    bob.stuck = 1_000;
    hub.say(alice, 'one');
    await someTasks();
    clock.moveTo(1_999);
    await someTasks();
    expect(bob.connection.ending).toBe('open');
    clock.moveTo(2_000);
    await bob.connection.closed;
    await bob.caller.hearsTheReset();
  });

  it('nobody for what is said in one tick alone', async () => {
    const { hub, seats } = hubOf({ queue: 10 }, 'alice', 'bob');
    const [alice, bob] = seats;
    for (let count = 0; count < 1_000; count++) hub.say(alice, 'much in one go');
    await someTasks();
    expect(bob.caller.unread).toHaveLength(1_000);
    expect(hub.size).toBe(2);
  });

  it('a member that stalls without delaying the others', async () => {
    const { hub, seats } = hubOf({ queue: 1_000 }, 'alice', 'bob', 'carol');
    const [alice, bob, carol] = seats;
    carol.caller.wire.pause();
    for (let count = 0; count < 100; count++) {
      hub.say(alice, `${count} ${'x'.repeat(100)}`);
      await someTasks(2);
    }
    await someTasks();
    expect(bob.caller.unread).toHaveLength(100);
    carol.caller.wire.resume();
    await someTasks();
    const heard = carol.caller.unread;
    expect(heard.at(-1)).toBe('! Too slow: 1000 bytes were waiting for you');
    expect(heard.slice(0, -1)).toEqual(bob.caller.unread.slice(0, heard.length - 1));
  });
});

describe('a hub pauses', () => {
  it('a member that says more than the burst in a tick, until the next', async () => {
    const { hub, seats } = hubOf({ burst: 1_000 }, 'alice', 'bob');
    const [alice, bob] = seats;
    hub.say(alice, 'x'.repeat(991));
    expect(alice.held).toBe(false);
    hub.say(alice, '');
    expect(alice.held).toBe(true);
    expect(bob.held).toBe(false);
    await someTasks();
    expect(alice.held).toBe(false);
    hub.say(alice, 'x'.repeat(991));
    expect(alice.held).toBe(false);
  });

  it('a member that sends many short messages: each counts as at least 256 bytes', async () => {
    const { hub, seats } = hubOf({ burst: 1_000 }, 'alice', 'bob');
    const [alice] = seats;
    for (let count = 0; count < 3; count++) hub.say(alice, '');
    expect(alice.held).toBe(false);
    hub.say(alice, '');
    expect(alice.held).toBe(true);
  });

  it('a member that causes many answers: each counts as at least 1,024 bytes', async () => {
    const { hub, seats } = hubOf({ burst: 10_000 }, 'alice', 'bob');
    const [alice, bob] = seats;
    for (let count = 0; count < 9; count++) hub.tell(alice, '* an answer', 'notice');
    expect(alice.held).toBe(false);
    hub.tell(alice, '* an answer', 'notice');
    expect(alice.held).toBe(true);
    expect(bob.held).toBe(false);
    for (let count = 0; count < 10; count++) {
      hub.tell(alice, '* bob calls', 'notice', bob);
    }
    expect(bob.held).toBe(true);
    await someTasks();
    expect([alice.held, bob.held]).toEqual([false, false]);
  });
});
