import { expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { playText, sceneOf } from './playing.ts';
import { sceneFile } from './scene-files.ts';
import { wrong } from './wrong/index.ts';

type Wrong = keyof typeof wrong;

/** A server on purpose wrong, the scene that must say so, and what it says. */
const byAFile: [Wrong, scene: string, problem: string][] = [
  [
    'answersTwice',
    'half-duplex/3-byte-by-byte',
    '15: expected alice to hear "[station] GOOD.", but "[station] ARE YOU THERE?" came',
  ],
  [
    'greetsFirst',
    'half-duplex/3-byte-by-byte',
    '10: expected alice to hear nothing, but "[station] Welcome!" came',
  ],
  [
    'losesPatience',
    'half-duplex/2-both-wait',
    '9: expected alice to hear nothing, but "[station] Are you still there?" came',
  ],
  [
    'hearsEverything',
    'half-duplex/1-taking-turns',
    '12: expected alice to hear "! Not your turn…", but nothing came',
  ],
  [
    'takesEveryCall',
    'half-duplex/5-line-busy',
    '11: expected bob to hear "! Line busy…", but nothing came',
  ],
  [
    'keepsItsSideOpen',
    'simplex/1-one-way',
    '7: expected sender to hear the end, but the connection is open',
  ],
  [
    'replies',
    'simplex/1-one-way',
    '7: expected sender to hear nothing, but "Welcome!" came',
  ],
  [
    'swallowsTheHalf',
    'simplex/4-cut-off',
    '14: expected receiver to hear "! Rejected…", but only "* sender has ended" came',
  ],
  [
    'servesOnce',
    'simplex/5-vanishes',
    '13: expected tracy to hear the end, but the connection is open',
  ],
  [
    'stealsThePartner',
    'p2p/2-third-caller',
    '12: expected carol to hear "! bob is busy…", but only "* Paired with bob" came',
  ],
];

it.each(byAFile)('convicts the server that %s by %s', async (name, scene, problem) => {
  await expect(
    playText(sceneFile(scene).source, { program: wrong[name] }),
  ).rejects.toThrow(`test.scene:${problem}`);
});

const turnsKept = sceneOf(
  'half-duplex',
  ['alice connects', 'alice says Hi'],
  'half-duplex',
);

/** Nobody in these scenes listens: the record alone convicts, by the number of the event. */
const byTheRecord: [Wrong, scene: string, verdict: string][] = [
  [
    'greetsFirst',
    turnsKept,
    "the station spoke at 3, the turn was alice's from the start",
  ],
  ['answersTwice', turnsKept, "the station spoke at 6, the turn was alice's since 5"],
  ['replies', sceneFile('simplex/3-half-close').source, 'the receiver spoke at 3'],
];

it.each(byTheRecord)(
  'convicts the server that %s by its record',
  async (name, scene, why) => {
    const steps = scene.replace(/^(?:receiver sees|sender hears) .*\n/gm, '');
    const { finding } = await playText(steps, { program: wrong[name] });
    expect(finding.ok).toBe(false);
    expect(finding.line).toContain(`VIOLATED · ${why}`);
  },
);

const lastAnswer = sceneOf(
  'half-duplex',
  [
    'alice connects',
    'alice says Hi',
    'alice ends',
    'station says Yes',
    'alice hears [station] Yes',
  ],
  'half-duplex, 2 heard',
).replace('mode: half-duplex', 'mode: half-duplex\nserver: --operator');

it('convicts a server that drops the answer it owes to a caller who has ended', async () => {
  await expect(playText(lastAnswer, { program: halfDuplex })).resolves.toMatchObject({
    finding: { ok: true },
  });
  await expect(
    playText(lastAnswer, { program: wrong.dropsTheLastAnswer }),
  ).rejects.toThrow('expected alice to hear "[station] Yes", but the end came');
});

it('has a conviction for every wrong server', () => {
  const names = [...byAFile, ...byTheRecord].map(([name]) => name);
  expect(new Set([...names, 'dropsTheLastAnswer'])).toEqual(
    new Set(Object.keys(wrong)),
  );
});
