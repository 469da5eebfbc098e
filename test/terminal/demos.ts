import { converse } from '../../demos/half-duplex/client.ts';
import { halfDuplex } from '../../demos/half-duplex/program.ts';
import { chat } from '../../demos/p2m/client.ts';
import { p2m } from '../../demos/p2m/program.ts';
import { talk } from '../../demos/p2p/client.ts';
import { p2p } from '../../demos/p2p/program.ts';
import { speak } from '../../demos/simplex/client.ts';
import { simplex } from '../../demos/simplex/program.ts';
import { twoDoors } from '../../demos/websocket/program.ts';
import type { Demo } from '../../lib/terminal/programs/demo.ts';

type Parts = Pick<Demo, 'name' | 'mode' | 'program' | 'client'>;

const of = (parts: Parts): Demo => ({
  about: '',
  port: 1,
  scenes: new URL('file:///'),
  serverOptions: {},
  caller: 'caller',
  ...(parts.mode !== 'simplex' && { quit: '/quit' }),
  ...parts,
});

/** As their demo.ts has them, without a command line that would start at once. */
export const simplexDemo = of({
  name: 'simplex',
  mode: 'simplex',
  program: simplex,
  client: speak,
});

export const halfDuplexDemo = of({
  name: 'half-duplex',
  mode: 'half-duplex',
  program: halfDuplex,
  client: converse,
});

const mode = 'full-duplex';
export const roomDemos = [
  of({ name: 'p2p', mode, program: p2p, client: talk }),
  of({ name: 'p2m', mode, program: p2m, client: chat }),
  of({ name: 'websocket', mode, program: twoDoors, client: chat }),
] as const;
