import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { p2m } from '../../demos/p2m/demo.ts';
import { p2p } from '../../demos/p2p/demo.ts';
import { simplex } from '../../demos/simplex/demo.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { takesLong } from '../long.ts';
import { wrongRooms } from '../p2m/wrong-rooms.ts';
import { wrong } from '../scene/wrong/index.ts';
import { checked } from './checking.ts';
import { placeOf } from './ours.ts';

const modes = { simplex, 'half-duplex': halfDuplex, p2p, p2m };

/** Each by the scene that convicts it in memory (test/scene/wrong.test.ts). */
const servers: [keyof typeof wrong, scene: string, problem: string][] = [
  ['answersTwice', 'half-duplex/3-byte-by-byte', '"[station] ARE YOU THERE?" came'],
  ['greetsFirst', 'half-duplex/3-byte-by-byte', '"[station] Welcome!" came'],
  ['losesPatience', 'half-duplex/2-both-wait', '"[station] Are you still there?" came'],
  ['hearsEverything', 'half-duplex/1-taking-turns', '"! Not your turn…", but nothing'],
  ['takesEveryCall', 'half-duplex/5-line-busy', '"! Line busy…", but nothing came'],
  ['dropsTheLastAnswer', 'half-duplex/11-last-answer', 'but nothing came'],
  ['keepsItsSideOpen', 'simplex/1-one-way', 'hear the end, but the connection is open'],
  ['replies', 'simplex/1-one-way', 'hear nothing, but "Welcome!" came'],
  ['swallowsTheHalf', 'simplex/4-cut-off', 'print a line that begins with "! "'],
  ['servesOnce', 'simplex/5-vanishes', 'hear the end, but the connection is open'],
  ['stealsThePartner', 'p2p/2-third-caller', 'but only "* Paired with bob" came'],
];

const rooms: [keyof typeof wrongRooms, scene: string, problem: string][] = [
  ['sendsBack', 'p2m/1-one-to-many', '"[bob] Coffee?", but "[alice] Hi all!" came'],
  ['forgetsNothing', 'p2m/6-leave', '"* bob left (3 here)"'],
  ['passesAsIs', 'p2m/5-forgery', '"[mallory] * bob left (2 here)"'],
  ['awaitsEach', 'p2m/7-slow-reader', 'were not enough'],
];

const programOf = (scene: string) => modes[scene.split('/')[0] as keyof typeof modes];

async function found(
  scene: string,
  program: Program,
  patience?: number,
): Promise<string | undefined> {
  const { mode } = programOf(scene);
  const place = placeOf(program);
  const options = { program, mode, place, ...(patience && { patience }) };
  const [result] = await checked([scene], options);
  return result?.outcome === 'fail' ? result.failure?.problem : result?.outcome;
}

// Most of them wait for what does not come.
describe.concurrent('the check', () => {
  it.each(servers)(
    'convicts the server that %s, over TCP, by %s',
    async (name, scene, problem) => {
      expect(await found(scene, wrong[name], 1_000)).toContain(problem);
    },
  );

  it.for(rooms)(
    'convicts the room that %s, over TCP, by %s',
    async ([name, scene, problem], test) => {
      if (name === 'awaitsEach') takesLong(test);
      expect(await found(scene, wrongRooms[name], 1_000)).toContain(problem);
    },
  );

  it.for([...new Set([...servers, ...rooms].map(([, scene]) => scene))])(
    'acquits our own server of the same: %s',
    async (scene, test) => {
      if (scene === 'p2m/7-slow-reader') takesLong(test);
      expect(await found(scene, programOf(scene))).toBe('pass');
    },
  );
});

it('has a conviction for every wrong server', () => {
  expect(servers.map(([name]) => name).sort()).toEqual(Object.keys(wrong).sort());
});
