import type { FairClock } from './fair-clock.ts';
import { floodManners } from './floods.ts';
import { Person, pause } from './person.ts';
import type { Random } from './random.ts';
import type { Manner, Visit } from './visit.ts';

/**
 * How often a name may still be taken after its owner left. Each time the server has answered, so it has been
 * round to notice: no time says so, on a busy machine.
 */
const nameTaken = 20;

/** How often a guest may hear that the same guest calls, which may have left and come back. */
const mostCalls = 50;

/** How long a server may keep a link whose other end has said its last, in milliseconds. */
const letGo = 5_000;

const words = (random: Random, length: number): string =>
  random.of(['x', 'ß', '好', '😀', 'ok, ']).repeat(length);

/** What guests do once they are in. None of it may matter to anybody else. */
const manners: Record<string, Manner> = {
  ...floodManners,
  async talks(person, { random, others }) {
    for (let count = random.int(20); count > 0; count--) {
      person.says(
        random.int(4) ? words(random, random.int(200)) : `/to ${random.of(others)}`,
      );
      await pause(random.below(4));
    }
    person.says(random.of(['/quit', '/bye', '/who']));
  },
  halfCloses(person, { random }) {
    person.says(words(random, 50));
    person.writes(random.of(['', 'cut o']));
  },
  async resets(person, { random }) {
    person.says(words(random, random.int(3_000)));
    if (random.int(2)) await pause(random.below(5));
    person.socket.resetAndDestroy();
  },
  async writesByteByByte(person, { random }) {
    for (const byte of Buffer.from(`${words(random, 20)}\r\n//a\n/quit\n`)) {
      person.writes(Uint8Array.of(byte));
      await pause(random.below(2));
    }
  },
  async stopsReading(person, { random, stall, clock }) {
    person.socket.pause();
    const until = clock.now() + stall * (0.2 + random.below(0.8));
    // By the clock that those go by who swear that they never waited.
    while (clock.now() < until) await pause(10);
    person.socket.resume();
    person.says('/quit');
    if (random.int(4) === 0) person.socket.resetAndDestroy();
  },
  async floods(person, { random }) {
    const flood = `${random.of(['x', 'ß'])}`.repeat(2_000);
    for (let count = random.int(600); count > 0 && person.socket.writable; count--) {
      if (!person.says(flood)) await Promise.race([drained(person), person.closed]);
    }
  },
  async saysNothing(person, { random }) {
    if (random.int(3) === 0) person.writes('half a na');
    await pause(random.below(30));
    if (random.int(3) === 0) person.socket.resetAndDestroy();
    // A guest that does not end either is disconnected.
    else if (random.int(4) === 0) await person.heard(/^! No name/);
  },
  async lies(person, { random, others }) {
    const [name] = others;
    for (let count = 20; count > 0; count--) {
      person.says(
        random.of([
          `* ${name} left (1 here)`,
          '! Too slow: 1 bytes were waiting for you',
          `[${name}] word 1`,
          `a\r[${name}] word 1`,
          '\u001b[2J\u0007\u202e\u2028',
          `/${'a'.repeat(random.int(30))}😀`,
          `/to ${name}`,
          '/to __proto__',
          '',
        ]),
      );
      if (random.int(5) === 0)
        person.writes(Buffer.concat([random.bytes(100), Buffer.of(10)]));
    }
    await pause(random.below(10));
    person.says(random.int(2) ? 'x'.repeat(5_000) : '/quit');
  },
};
export const mannerNames = Object.keys(manners);

/** One guest from the door to the end. What comes back is what should not have been. */
export async function visit(visit: Visit, manner: string): Promise<string | undefined> {
  const person = await Person.call(visit.port);
  const calls = new Map<string, number>();
  person.hear = line => {
    noticed(line, person, visit);
    countCall(line, calls);
  };
  visit.count(manner);
  const fault = manner === 'saysNothing' ? undefined : await introduce(person, visit);
  if (fault === undefined) await manners[manner]?.(person, visit);
  // A half-close: what it said is still to be heard, and answered.
  person.socket.end();
  const kept = await isKept(person, visit.clock);
  const most = Math.max(0, ...calls.values());
  if (most > mostCalls) return `a guest was told ${most} times that one calls`;
  return fault ?? (kept ? `a guest was never let go: ${manner}` : undefined);
}

/** Whether the server does not end its side as well, in whatever state it is left. */
async function isKept(person: Person, clock: FairClock): Promise<boolean> {
  const until = clock.now() + letGo;
  const watch = setInterval(() => {
    if (clock.now() > until) person.socket.destroy();
  }, 50);
  await person.closed;
  clearInterval(watch);
  return clock.now() > until;
}

async function introduce(
  person: Person,
  { name, taken }: Visit,
): Promise<string | undefined> {
  for (;;) {
    const heard = person.heard(/^(\* (In|Hello)|!)/);
    person.says(name);
    const answer = await heard;
    if (answer?.startsWith('* ')) taken.times = 0;
    if (!answer?.startsWith('! Taken')) return undefined;
    if (++taken.times > nameTaken) return `the name ${name} was never free again`;
    await pause(5);
  }
}

/** Counts how the server ends things, and answers a call now and then. */
function noticed(line: string, person: Person, { random, count }: Visit): void {
  const [, reason] = /^(! Too \w+|! No name|\* Goodbye|! Rejected)/.exec(line) ?? [];
  if (reason !== undefined) count(reason);
  const [, caller] = /^\* (\w+) calls/.exec(line) ?? [];
  if (caller !== undefined && random.int(2)) person.says(`/to ${caller}`);
  if (line.startsWith('* Paired')) count('* Paired');
}

function countCall(line: string, calls: Map<string, number>): void {
  const [, caller] = /^\* (\w+) calls/.exec(line) ?? [];
  if (caller !== undefined) calls.set(caller, (calls.get(caller) ?? 0) + 1);
}

const drained = (person: Person): Promise<unknown> =>
  new Promise(resolve => person.socket.once('drain', resolve));
