import { readdirSync, readFileSync } from 'node:fs';
import { halfDuplex } from '../../demos/half-duplex/program.ts';
import { p2m } from '../../demos/p2m/program.ts';
import { p2p } from '../../demos/p2p/program.ts';
import { simplex } from '../../demos/simplex/program.ts';
import { udp } from '../../demos/udp/program.ts';
import { twoDoors } from '../../demos/websocket/program.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import type { Scene } from '../../lib/scene/script/scene.ts';
import { memoryDatagramWorld } from '../../lib/scene/world/datagram-worlds.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import type { World } from '../../lib/scene/world/world.ts';
import { memoryWorld } from '../../lib/scene/world/worlds.ts';

/** The demos that the pages show, and the test that holds the pages against them. */
export const programs: Readonly<Record<string, Program>> = {
  simplex,
  'half-duplex': halfDuplex,
  p2p,
  p2m,
  udp,
  websocket: twoDoors,
};

export function programOf(demo: string): Program {
  const program = Object.hasOwn(programs, demo) ? programs[demo] : undefined;
  if (program) return program;
  throw new Error(`no demo "${demo}": there are ${Object.keys(programs).join(', ')}`);
}

/** Where its scenes are the same in every run. */
export const worldFor = ({ byDatagram }: Program): World =>
  byDatagram ? memoryDatagramWorld() : memoryWorld();

export function scenesOf(demo: string): Scene[] {
  const folder = `demos/${demo}/scenes`;
  return readdirSync(folder)
    .sort((one, two) => Number.parseInt(one, 10) - Number.parseInt(two, 10))
    .map(file =>
      parseScene(`${folder}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')),
    );
}

/** `half-duplex/taking-turns`. */
export function sceneAt(place: string): { demo: string; scene: Scene } {
  const [demo = '', name = ''] = place.split('/');
  const scene = scenesOf(demo).find(one => one.name === name);
  if (scene === undefined) throw new Error(`no scene "${place}"`);
  return { demo, scene };
}
