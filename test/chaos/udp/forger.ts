import type { Manner, Victim } from './visit.ts';
import { pause } from './world.ts';

/** What somebody sends in another's name who is not on the way, and so knows no talk of today. */
const forgeries = ({ name, talk, token }: Victim): string[] => [
  ...['say 4294967295 mute', 'beat 4294967295', 'bye', 'bye 9', 'who?', ''],
  ...[talk, '00000000'].flatMap(one => [
    `say ${one} 4294967295 mute`,
    `say ${one} 1 word 1`,
    `beat ${one} abcd 4294967295`,
    `beat ${one} 4294967295`,
    `bye ${one}`,
    `bye ${one} 4294967295`,
    `who? ${one}`,
    `joined ${one} 1 1`,
  ]),
  `join ${token} ${name}`,
  `join ${token} mallory`,
  `join ${'0'.repeat(20)} ${name}`,
  'hello 2, may I come in, please?',
  'hello, may I come in, please?',
  '! Full: 0 at a time',
];

/** The room's answers to what was said in its name, and in no talk of its own. */
export const toForgeries =
  /^(who\?( ([0-9a-z]{8}|[0-9a-z]{20}))?|token [0-9a-z]{20}|! Version: 2)$/;

/** Writes a witness's address on its datagrams. Where nobody can, it has nothing to do. */
export const forges: Manner = async (_, { world, room, random, victims }) => {
  for (let count = 40; count > 0 && world.forge; count--) {
    const victim = random.of(victims);
    world.forge(random.of(forgeries(victim)), victim.address, room);
    if (random.int(5) === 0) await pause(world, random.below(20));
  }
};
