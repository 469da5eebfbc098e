import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { p2m } from '../../demos/p2m/demo.ts';
import { p2p } from '../../demos/p2p/demo.ts';
import { simplex } from '../../demos/simplex/demo.ts';
import { udp } from '../../demos/udp/demo.ts';
import { websocket } from '../../demos/websocket/demo.ts';
import type { Demo } from '../../lib/terminal/programs/demo.ts';

/** Whose clients a test can run in its own process. */
export const simplexDemo: Demo = simplex;
export const halfDuplexDemo: Demo = halfDuplex;
export const udpDemo: Demo = udp;
export const roomDemos: readonly [Demo, Demo, Demo] = [p2p, p2m, websocket];
