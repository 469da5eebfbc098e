import { describe, expect, it } from 'vitest';
import { roster } from '../../lib/hub/roster.ts';
import { someTasks } from '../connection/pair.ts';
import { hubOf, type Seat, seated } from './seats.ts';

describe('a hub', () => {
  it('writes once per member and tick, however much was said', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob', 'carol');
    const [alice, bob, carol] = seats;
    for (let count = 0; count < 50; count++) {
      hub.say(alice, `a${count}`);
      hub.say(bob, `b${count}`);
      hub.tell(carol, `* psst ${count}`, 'notice');
    }
    await someTasks();
    expect(seats.map(({ writes }) => writes)).toEqual([1, 1, 1]);
    expect(alice.caller.unread).toHaveLength(50);
    expect(carol.caller.unread.slice(0, 4)).toEqual([
      '[alice] a0',
      '[bob] b0',
      '* psst 0',
      '[alice] a1',
    ]);
  });

  it('gives one order to all, and nobody their own words', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob', 'carol');
    const [alice, bob, carol] = seats;
    hub.say(alice, 'one');
    hub.say(bob, 'two');
    hub.tellAll('* three', ['alice']);
    hub.say(carol, 'four');
    await someTasks();
    expect(alice.caller.unread).toEqual(['[bob] two', '[carol] four']);
    expect(bob.caller.unread).toEqual(['[alice] one', '* three', '[carol] four']);
    expect(carol.caller.unread).toEqual(['[alice] one', '[bob] two', '* three']);
  });

  it('lets a newcomer hear what is said from then on, and a leaver what was said before', async () => {
    const { hub, clock, seats } = hubOf({}, 'alice', 'bob');
    const [alice, bob] = seats;
    hub.say(alice, 'before');
    const carol = seated('carol', clock);
    hub.join(carol);
    hub.say(alice, 'after');
    hub.leave(bob);
    hub.say(alice, 'too late');
    await someTasks();
    expect(carol.caller.unread).toEqual(['[alice] after', '[alice] too late']);
    expect(bob.caller.unread).toEqual(['[alice] before', '[alice] after']);
    expect([...hub.members].map(({ name }) => name)).toEqual(['alice', 'carol']);
  });

  it('finds members in whatever case, and no others', () => {
    const { hub, seats } = hubOf({}, 'alice', 'Bob');
    expect(hub.find('bOB')).toBe(seats[1]);
    expect(hub.find('carol')).toBeUndefined();
    hub.leave(seats[1]);
    expect(hub.find('bob')).toBeUndefined();
    expect(hub.size).toBe(1);
  });

  it('lists who is in, also when the list is too long and somebody in it leaves', () => {
    const names = Array.from({ length: 300 }, (_, index) => `member${index}`);
    const { hub, seats } = hubOf({}, ...names);
    const last = [...hub.members][299] as Seat;
    const before = hub.roster;
    expect(before).toBe(roster(seats, 300));
    expect(hub.roster).toBe(before);
    hub.leave(seats[2] as Seat);
    expect(hub.roster).toBe(roster(seats.toSpliced(2, 1), 299));
    hub.leave(last);
    expect(hub.roster).toMatch(/^member0, member1, member3, .* more$/);
    expect(hub.roster).toBe(roster(seats.slice(0, 299).toSpliced(2, 1), 298));
  });

  it('keeps the place of what a connection itself says among the rest', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob', 'carol');
    const [alice, bob, carol] = seats;
    hub.say(alice, 'one');
    bob.connection.trySend('! to you', 'refusal');
    hub.say(alice, 'two');
    await someTasks();
    expect(bob.caller.unread).toEqual(['[alice] one', '! to you', '[alice] two']);
    expect(carol.caller.unread).toEqual(['[alice] one', '[alice] two']);
    expect(carol.writes).toBe(1);
  });

  it('tells all the next notice, also a member whose connection spoke while another was told something', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob');
    const [alice, bob] = seats;
    hub.tell(bob, '* psst', 'notice');
    alice.connection.trySend('! to you', 'refusal');
    await someTasks();
    hub.tellAll('* to all');
    await someTasks();
    expect(alice.caller.unread).toEqual(['! to you', '* to all']);
    expect(bob.caller.unread).toEqual(['* psst', '* to all']);
  });

  it('gives what a connection answers its place, and no write of its own', async () => {
    const { hub, seats } = hubOf({}, 'alice', 'bob');
    const [alice, bob] = seats;
    bob.caller.says('?one', '?two');
    alice.caller.says('ready');
    await alice.connection.receive();
    hub.say(alice, 'between');
    const { writes } = bob;
    await someTasks();
    expect(bob.writes).toBe(writes + 1);
    const [one, two] = ['! No answer to ?one', '! No answer to ?two'];
    expect(bob.caller.unread).toEqual([one, two, '[alice] between']);
  });

  it('keeps no data of a member that has left, whatever is still sent by it or to it', async () => {
    const { hub, seats } = hubOf({ burst: 1 }, 'alice', 'bob');
    const [alice, bob] = seats;
    hub.leave(bob);
    hub.say(bob, 'a late word');
    hub.tell(bob, '* psst', 'notice');
    hub.tell(alice, '* bob calls', 'notice', bob);
    await someTasks();
    expect([...hub.members]).toEqual([alice]);
    expect(alice.caller.unread).toEqual(['* bob calls']);
  });

  it('does not write to all for each of many who leave in one tick', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `m${index}`);
    const { hub, seats } = hubOf({}, 'stays', ...names);
    const [stays, ...others] = seats as Seat[];
    for (const seat of others) {
      hub.say(seat, 'bye');
      hub.leave(seat);
    }
    await someTasks();
    expect(stays?.writes).toBe(1);
    expect(stays?.caller.unread).toHaveLength(100);
    const writes = others.reduce((sum, seat) => sum + seat.writes, 0);
    expect(writes).toBeLessThanOrEqual(100);
  });
});
