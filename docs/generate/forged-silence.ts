import { safeSecrets } from '../../lib/transport/udp/secrets.ts';
import { datagramRoom, Hand } from './datagram-room.ts';

/** The messages per second in the room, and the number of measured seconds. */
const [pace, seconds] = [9, 20];

/** Returns a table of what a forger can make the room send to the address of a silent member. */
export async function forgedSilence(): Promise<string> {
  const rows = [
    '| the forger knows | sends each second, in her name | bytes in | bytes out | last byte out after |',
    '|---|---|---|---|---|',
    await measured('nothing', 'an empty datagram', () => ''),
    await measured('the talk', '`say TALK N x`', (talk, nth) => `say ${talk} ${nth} x`),
    await measured(
      'the talk, and its last mark',
      '`beat TALK MARK`',
      (talk, _, mark) => `beat ${talk} ${mark}`,
    ),
  ];
  return rows.join('\n');
}

async function measured(
  knows: string,
  says: string,
  forged: (talk: string, nth: number, mark: string) => string,
): Promise<string> {
  const room = datagramRoom(safeSecrets());
  const [alice, bob] = [new Hand(room.port()), new Hand(room.port())];
  await alice.joins('alice');
  await bob.joins('bob');
  const [talk, bobs] = [alice.told('joined'), bob.told('joined')];
  // The mark that was the last one to be given back.
  await room.pass(2_000);
  const mark = markOf(alice);
  await alice.types(`beat ${talk} ${mark}`);
  alice.forgets();
  let last = 0;
  for (let tick = 0; tick < pace * seconds; tick++) {
    if (tick % pace === 0) await alice.types(forged(talk, tick / pace + 1, mark));
    const before = alice.got;
    await bob.types(`say ${bobs} ${tick + 1} ${'x'.repeat(1_000)}`);
    if (alice.got > before + 500) last = room.clock.now() - 2_000;
    await room.pass(1_000 / pace);
    await bob.types(`beat ${bobs} ${markOf(bob)}`);
  }
  const { sent, got } = alice;
  await bob.types(`bye ${bobs} 0`);
  await room.stop();
  return `| ${knows} | ${says} | ${sent} | ${got} | ${(last / 1_000).toFixed(1)} s |`;
}

const markOf = ({ heard }: Hand): string =>
  heard.findLast(word => word.startsWith('beat '))?.split(' ')[2] ?? 'none';
