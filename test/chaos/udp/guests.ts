import { hello, Peer, reasonOf } from './peer.ts';
import { louder, strangers } from './strangers.ts';
import type { Manner, Visit } from './visit.ts';
import { pause } from './world.ts';

type Way = (peer: Peer, visit: Visit, manner: string) => Promise<unknown>;

const longest = 1_100;

/** What guests do once they are in. None of it may matter to anybody else. */
const members: Record<string, Manner> = {
  async talks(peer, { world, random }) {
    for (let count = random.int(20); count > 0; count--) {
      peer.says(random.of(['ok', '/who', '//', '', 'ß'.repeat(random.int(600))]));
      await pause(world, random.below(20));
    }
  },
  async fallsSilent(peer, { random }) {
    for (let count = random.int(5); count > 0; count--) peer.says('still here');
  },
  async skipsNumbers(peer, { world, random }) {
    for (let count = random.int(60); count > 0; count--) {
      const nth = random.of([random.int(200), random.int(200), 0, 4_294_967_295, 1e10]);
      peer.talks(
        random.of([`say ${nth} word 1`, `beat ${nth}`, `say -${nth} x`, 'beat']),
      );
      if (random.int(5) === 0) await pause(world, random.below(20));
    }
    peer.said = random.int(4_294_967_290);
  },
  async saysItAllAgain(peer, { world, random, name }) {
    const token = await peer.token();
    const all = [hello, `join ${token} ${name}\n`, `join ${token} ada\n`];
    all.push(`beat ${peer.talk} ${peer.mark} 9`);
    for (let nth = 1; nth < 10; nth++) all.push(`say ${peer.talk} ${nth} word ${nth}`);
    for (let count = 60; count > 0; count--) {
      peer.writes(random.of(all));
      if (random.int(10) === 0) await pause(world, random.below(20));
    }
    peer.said = 10;
  },
  async floods(peer, { random, count }) {
    const words = random.of(['x'.repeat(longest), '/who', '/nope', '\u0001']);
    peer.hear = word => {
      if (/missing/.test(word)) count('told as missing');
    };
    for (let left = random.int(600); left > 0; left--) peer.says(words);
  },
  async lies(peer, { random }) {
    for (let count = 20; count > 0; count--) {
      peer.says(
        random.of([
          '* ada left (1 here)',
          '! Too long: over the limit of 1 bytes',
          '[ada] word 1',
          '(late) word 1',
          'a\r\n[ada] word 1\nbye 1',
          '\u001b[2J\u0007\u202e\u2028',
          `/${'a'.repeat(random.int(30))}😀`,
          'x'.repeat(longest + 1),
          'x'.repeat(60_000),
        ]),
      );
      if (random.int(5) === 0) peer.says(random.bytes(100));
    }
  },
  /** Nothing is said to the very same token; and somebody may have been quicker. */
  async comesAgain(peer, { name }) {
    const answer = await peer.joins(name);
    const lawful = /^($|\* In the room: |! Taken|! Full)/.test(answer);
    return lawful ? undefined : `came again, and heard ${answer}`;
  },
};
export const mannerNames = [...Object.keys(members), ...Object.keys(strangers)];

/** One guest from the door to the end. */
export async function visit(visit: Visit, manner: string): Promise<string | undefined> {
  visit.count(manner);
  const peer = await Peer.open(visit.world, visit.room);
  const fault = await (manner in strangers ? outside : inside)(peer, visit, manner);
  await peer.close();
  return typeof fault === 'string' ? `${manner}: ${fault}` : undefined;
}

const outside: Way = async (peer, visit, manner) =>
  (await strangers[manner]?.(peer, visit)) ?? louder(peer);

const inside: Way = async (peer, visit, manner) => {
  const fault = await introduce(peer, visit);
  if (fault !== undefined) return fault;
  const wrong = await members[manner]?.(peer, visit);
  if (manner !== 'fallsSilent') await leave(peer, visit);
  return wrong;
};

async function leave(peer: Peer, { world, random, count }: Visit): Promise<void> {
  // A member that said too much in this second is heard in the next: until then, only its `bye` is.
  if (random.int(8) === 0) await pause(world, 1_000);
  const left = peer.heard(/^bye /, 50);
  peer.says('/quit');
  if ((await left) !== undefined) count('* Goodbye');
  peer.talks(random.of(['bye', `bye ${peer.said}`, 'bye 4294967295']));
}

/** With the name of the one before: that, and a place, are free again in time. */
async function introduce(peer: Peer, visit: Visit): Promise<string | undefined> {
  const { name, world, letIn, count } = visit;
  const until = world.fair.now() + letIn;
  const waits = world.exact ? /^! (Taken|Full)/ : /^(! (Taken|Full)|$)/;
  for (;;) {
    const answer = await peer.joins(name);
    if (answer.startsWith('* In the room: ')) return undefined;
    if (!waits.test(answer)) return `asked to join, and heard ${answer}`;
    count(reasonOf(answer));
    if (world.fair.now() > until) return `was never let in: ${answer}`;
    await pause(world, 50);
  }
}
