import { describe, expect, it, onTestFinished } from 'vitest';
import {
  anything,
  Connection,
  VirtualClock,
  type Wire,
} from '../../lib/connection/index.ts';
import { Hub, type Member } from '../../lib/hub/index.ts';
import { memoryLink } from '../../lib/transport/index.ts';
import { codec, someTasks } from '../connection/pair.ts';
import { Caller } from './caller.ts';

interface Seat extends Member {
  readonly caller: Caller;
  /** How often something was written for it. */
  writes: number;
  /** What its network has not taken, if it takes nothing. */
  stuck: number | undefined;
  held: boolean;
}

/** A hub and its members in memory; every member's wire is watched. */
function hubOf(options: { queue?: number; burst?: number } = {}, ...names: string[]) {
  const clock = new VirtualClock();
  const encode = (text: string) => codec.encode(text);
  const hub = new Hub<Seat>({
    clock,
    encode,
    queue: 100,
    burst: 1_000_000,
    ...options,
  });
  const seats = names.map(name => {
    const seat = seated(name, clock);
    hub.join(seat);
    return seat;
  });
  return { hub, clock, seats: seats as [Seat, Seat, Seat] };
}

function seated(name: string, clock: VirtualClock): Seat {
  const [near, far] = memoryLink(name, name, 'hub');
  const seat: Seat = {
    name,
    caller: new Caller(near),
    connection: undefined as never,
    writes: 0,
    stuck: undefined,
    held: false,
  };
  const connection = new Connection({
    wire: watched(far, seat),
    codec,
    clock,
    role: 'callee',
  });
  onTestFinished(() => connection.destroy());
  return Object.assign(seat, { connection: connection.start(anything) });
}

function watched(wire: Wire, seat: Seat): Wire {
  return {
    link: wire.link,
    address: wire.address,
    start: events => wire.start(events),
    get waiting() {
      return seat.stuck ?? wire.waiting;
    },
    write(...pieces) {
      seat.writes++;
      return wire.write(...pieces);
    },
    end: () => wire.end(),
    destroy: () => wire.destroy(),
    pause() {
      seat.held = true;
      wire.pause();
    },
    resume() {
      seat.held = false;
      wire.resume();
    },
  };
}

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
    hub.tellAll('* three', alice);
    hub.say(carol, 'four');
    await someTasks();
    expect(alice.caller.unread).toEqual(['[bob] two', '[carol] four']);
    expect(bob.caller.unread).toEqual(['[alice] one', '* three', '[carol] four']);
    expect(carol.caller.unread).toEqual(['[alice] one', '[bob] two', '* three']);
  });

  it('lets whoever comes hear what is said from then on, and whoever goes what was', async () => {
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

describe('a hub cuts', () => {
  it('whoever has left more than the limit unread before a tick, and nobody else', async () => {
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
    for (let count = 0; count < 1_000; count++) hub.say(alice, 'much at once');
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
  it('whoever says more than the burst in a tick, until the next', async () => {
    const { hub, seats } = hubOf({ burst: 100 }, 'alice', 'bob');
    const [alice, bob] = seats;
    hub.say(alice, 'x'.repeat(91));
    expect(alice.held).toBe(false);
    hub.say(alice, '');
    expect(alice.held).toBe(true);
    expect(bob.held).toBe(false);
    await someTasks();
    expect(alice.held).toBe(false);
    hub.say(alice, 'x'.repeat(91));
    expect(alice.held).toBe(false);
  });

  it('whoever makes it answer more than that', async () => {
    const { hub, seats } = hubOf({ burst: 100 }, 'alice', 'bob');
    const [alice, bob] = seats;
    for (let count = 0; count < 11; count++) hub.tell(alice, '* an answer', 'notice');
    expect(alice.held).toBe(true);
    for (let count = 0; count < 11; count++) {
      hub.tell(alice, '* bob calls', 'notice', bob);
    }
    expect(bob.held).toBe(true);
    await someTasks();
    expect([alice.held, bob.held]).toEqual([false, false]);
  });
});
