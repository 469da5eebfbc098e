import { hello, Peer, reasonOf } from './peer.ts';
import type { Manner } from './visit.ts';
import { pause } from './world.ts';

const whole = [
  hello,
  'hello',
  'join 0000000000000000000a eve\n',
  'join',
  'say 1 word 1',
  'beat 3',
  'bye 3',
  'token 0123456789abcdefghij\n',
  'joined 2 3\n',
  'who?\n',
  '! no\n',
];

/** Whether the room said more to an address that was not proved than had come from there. */
export const louder = ({ got, sent, world }: Peer): string | undefined =>
  world.exact && got > sent
    ? `a stranger sent ${sent} bytes, and got ${got}`
    : undefined;

/** What comes from addresses that were never proved, or are gone again at once. */
export const strangers: Record<string, Manner> = {
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
  /** Only what deserves no answer: it is no word, a room's own, or shorter than any answer. */
  async whispers(peer, { world, random }) {
    for (let count = 30; count > 0; count--)
      peer.writes(
        random.of([
          random.bytes(random.int(4)),
          Buffer.concat([Buffer.of(0xff), random.bytes(random.int(40))]),
          ...['', 'bye', 'bye 1', 'who?', 'token 0123456789abcdefghij', '! Full'],
          ...['joined 2 3', 'hell', 'join', 'say', 'say 0 x', 'beat x', 'say 1'],
        ]),
      );
    await pause(world, 5);
    return world.exact && peer.got > 0 ? 'was answered' : undefined;
  },
  async forgesTickets(peer, { world, random, room }) {
    const other = await Peer.open(world, room);
    const [own, others] = [await peer.ticket(), await other.ticket()];
    const at = random.int(own.length);
    const forged = own.slice(0, at) + (own[at] === 'x' ? 'y' : 'x') + own.slice(at + 1);
    const joined = peer.heard(/^joined/, 50);
    for (const ticket of [others, forged, own.toUpperCase(), own.slice(1), `${own}0`])
      peer.writes(`join ${ticket} eve\n`);
    const fault = await joined;
    await other.close();
    return fault && 'came in with a ticket that was not for its address';
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
      one.writes(random.of([hello, 'say 1 word 1', 'join', 'beat']));
      one.writes(`say ${random.int(500)} word ${random.int(500)}`);
    }
    const some = crowd.slice(0, random.int(8));
    const answers = await Promise.all(
      some.map((one, index) => one.joins(`${name}_${index}`)),
    );
    for (const answer of answers) count(reasonOf(answer));
    // Whoever came in leaves without a word.
    await Promise.all(crowd.map(one => one.close()));
    return crowd.map(louder).find(fault => fault !== undefined);
  },
};
