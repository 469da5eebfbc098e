// `npm run check -- p2m 127.0.0.1:9004`: plays a mode's scenes against your server, in any
// language. docs/check.md

import { runCheck } from '../lib/terminal/check/run-check.ts';
import type { Subject } from '../lib/terminal/check/subject.ts';
import { roomPath } from '../lib/terminal/programs/doors.ts';
import { clientScripts } from './client-scripts.ts';
import { demos } from './index.ts';

const scenesOf = (name: string) => new URL(`./${name}/scenes/`, import.meta.url);

type Mode = 'simplex' | 'half-duplex' | 'p2p' | 'p2m' | 'udp';

const subject =
  (name: Mode, door: Subject['door'] = 'tcp') =>
  async () => ({
    demo: await demos[name].load(),
    door,
    folders: [scenesOf(name)],
  });

/** A browser's way into the same room as p2m: what is said is the same. */
const websocket = async () => ({
  demo: await demos.p2m.load(),
  door: 'websocket' as const,
  at: { path: roomPath },
  folders: [scenesOf('p2m'), scenesOf('websocket')],
});

const subjects = {
  simplex: subject('simplex'),
  'half-duplex': subject('half-duplex'),
  p2p: subject('p2p'),
  p2m: subject('p2m'),
  udp: subject('udp', 'udp'),
  websocket,
};

process.exitCode = await runCheck(process.argv.slice(2), subjects, clientScripts);
process.stdout.write('', () => setImmediate(() => process.exit()));
