import { forges } from './forger.ts';
import { hello, Peer, reasonOf } from './peer.ts';
import type { Manner } from './visit.ts';
import { pause } from './world.ts';

const whole = [
  hello,
  'hello',
  'hello, let me in as of old',
  'join 0000000000000000000a eve\n',
  'join',
  'say 00000000 1 word 1',
  'beat 00000000 abcd 3',
  'bye 00000000 3',
  'token 0123456789abcdefghij\n',
  'joined 00000000 2 3\n',
  'who?\n',
  'who? 00000000\n',
  '! no\n',
];

/** Whether the room said more to an address that was not proved than had come from there. */
export const louder = ({ got, sent, world }: Peer): string | undefined =>
  world.exact && got > sent
    ? `a stranger sent ${sent} bytes, and got ${got}`
    : undefined;

/** What comes from addresses that were never proved, or are gone again immediately. */
export const strangers: Record<string, Manner> = {
  forges,
  async makesNoise(peer, { world, random }) {
    for (let count = random.int(100); count > 0; count--) {
      const size = random.of([random.int(30), random.int(1_500)]);
      peer.writes(random.bytes(size));
      const word = random.of(whole);
      peer.writes(word.slice(0, random.int(word.length + 1)));
      if (random.int(10) === 0) await pause(world, random.below(10));
    }
    peer.writes(new Uint8Array(random.of([65_507, 40_000])));
    await pause(world, 5);
  },
  /** Only what deserves no answer: it is not of the grammar, a room's own, or shorter than any answer. */
  async whispers(peer, { world, random }) {
    for (let count = 30; count > 0; count--)
      peer.writes(
        random.of([
          random.bytes(random.int(4)),
          Buffer.concat([Buffer.of(0xff), random.bytes(random.int(40))]),
          ...['', 'bye', 'bye 1', 'who?', 'token 0123456789abcdefghij', '! Full'],
          ...['joined 00000000 2 3', 'hell', 'join', 'say', 'say 1 x', 'beat 3'],
          ...['say 00000000 0 x', 'beat 00000000 x', 'say 00000000 1', 'HELLO 2'],
        ]),
      );
    await pause(world, 5);
    return world.exact && peer.got > 0 ? 'was answered' : undefined;
  },
  async forgesTokens(peer, { world, random, room }) {
    const other = await Peer.open(world, room);
    const [own, others] = [await peer.token(), await other.token()];
    const at = random.int(own.length);
    const forged = own.slice(0, at) + (own[at] === 'x' ? 'y' : 'x') + own.slice(at + 1);
    const joined = peer.heard(/^joined/, 50);
    for (const token of [others, forged, own.toUpperCase(), own.slice(1), `${own}0`])
      peer.writes(`join ${token} eve\n`);
    const fault = await joined;
    await other.close();
    return fault && 'came in with a token that was not for its address';
  },
  /** A token lets its address in once: a member that has left needs a new one. */
  async usesTokenAgain(peer, { name }) {
    const token = await peer.token();
    const answer = await peer.joins(name, token);
    const left = peer.heard(/^bye/, 50);
    peer.talks('bye');
    if (!answer.startsWith('* In') || (await left) === undefined) return undefined;
    // What arrives late says that the first talk has begun.
    const again = peer.heard(new RegExp(`^joined (?!${peer.talk})`), 50);
    peer.writes(`join ${token} ${name}\n`);
    return (await again) && 'came in twice with one token';
  },
  /** And what a witness said, said by somebody else. */
  async comesAsACrowd(peer, { world, room, random, name, count }) {
    const crowd = await Promise.all(
      Array.from({ length: random.int(world.exact ? 100 : 30) }, () =>
        Peer.open(world, room),
      ),
    );
    crowd.push(peer);
    for (const one of crowd) {
      one.writes(random.of([hello, 'say 00000000 1 word 1', 'join', 'beat']));
      one.writes(`say 00000000 ${random.int(500)} word ${random.int(500)}`);
    }
    const some = crowd.slice(0, random.int(8));
    const answers = await Promise.all(
      some.map((one, index) => one.joins(`${name}_${index}`)),
    );
    for (const answer of answers) count(reasonOf(answer));
    // A member that came in leaves without a word.
    await Promise.all(crowd.map(one => one.close()));
    return crowd.map(louder).find(fault => fault !== undefined);
  },
};
