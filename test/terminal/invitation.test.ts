import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { udp } from '../../demos/udp/demo.ts';
import { websocket } from '../../demos/websocket/demo.ts';
import { Queue } from '../../lib/connection/queue.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { readOptions } from '../../lib/options/read.ts';
import { optionsOf, type ServerChosen } from '../../lib/terminal/flags/options.ts';
import type { Demo } from '../../lib/terminal/programs/demo.ts';
import { invitation } from '../../lib/terminal/programs/invitation.ts';
import { type DoorName, doors } from '../../lib/transport/doors.ts';
import { shownIn } from './window.ts';

const opened = (name: DoorName, port: number) => {
  const address = `127.0.0.1:${port}`;
  const listener = { address, wires: new Queue<Wire>(), close: async () => {} };
  return { door: doors[name], listener: { ...listener, at: { port } } };
};
const chosen = (demo: Demo, ...words: string[]) =>
  readOptions(words, optionsOf(demo).server) as ServerChosen;

beforeEach(() => void shownIn(80));
afterEach(() => vi.unstubAllGlobals());

it('an operator learns how to hang up, and how to stop the station', () => {
  const flags = chosen(halfDuplex, '--operator');
  expect(invitation(halfDuplex, [opened('tcp', 9002)], flags)).toEqual([
    'join: npm run demo:half-duplex -- client',
    '  or: nc 127.0.0.1 9002',
    '/quit = hang up   Ctrl-C = stop',
  ]);
});

it('of two doors it says which is for what', () => {
  const both = [opened('websocket', 8001), opened('tcp', 7)];
  expect(invitation(websocket, both, chosen(websocket))).toEqual([
    'page: open http://127.0.0.1:8001',
    'TCP:  npm run demo:websocket -- client --port 7',
    '  or: nc 127.0.0.1 7',
    'Ctrl-C = stop',
  ]);
  vi.unstubAllGlobals();
  expect(invitation(websocket, both, chosen(websocket))).toEqual([
    'open http://127.0.0.1:8001, or: nc 127.0.0.1 7',
  ]);
});

it('who types datagrams learns where their words stand', () => {
  expect(invitation(udp, [opened('udp', 9555)], chosen(udp))).toContain(
    '  or: nc -u 127.0.0.1 9555, and type what docs/protocol.md says',
  );
});
