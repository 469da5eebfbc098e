import { afterEach } from 'vitest';
import type { Wire } from '../../lib/connection/wire.ts';
import { forEach, type Serve, silent } from '../scene/stranger.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Sends this piece over and over, as fast as it is taken, up to 1 GiB. */
const endless =
  (piece: string): Serve =>
  async wires => {
    const bytes = encoder.encode(piece.repeat(65_536 / piece.length));
    for await (const wire of wires) {
      let left = 16_384;
      const more = () => {
        while (left-- > 0) if (!wire.write(bytes)) return;
      };
      const nothing = () => {};
      const events = {
        chunk: nothing,
        ended: nothing,
        reset: nothing,
        closed: nothing,
      };
      wire.start({ ...events, drained: more });
      more();
    }
  };

/** Nobody else would ever close them. */
const held: Wire[] = [];
afterEach(() => {
  for (const wire of held.splice(0)) wire.destroy();
});

const acceptsOnly: Serve = async wires => {
  for await (const wire of wires) held.push(wire);
};

const closesAtOnce: Serve = async wires => {
  for await (const wire of wires) wire.destroy();
};

/** Servers that keep no rule of any mode, and what is said of them. */
export const noRule: Readonly<Record<string, readonly [Serve, words: RegExp]>> = {
  'only accepts': [acceptsOnly, /did nothing more within 1\.2 s/],
  'is silent': [silent, /reads, but sent nothing within 1\.2 s/],
  'only echoes': [forEach((wire, bytes) => wire.write(bytes)), /It is an echo/],
  'closes immediately': [closesAtOnce, /closes every connection immediately/],
  'answers everything with a notice': [
    forEach((wire, bytes) => {
      for (const _ of decoder.decode(bytes).matchAll(/\n/g))
        wire.write(encoder.encode('* ok\n'));
    }),
    /answers everything with a notice/,
  ],
  'sends 1 GiB without a line': [endless('x'), /sends without end/],
  'sends 1 GiB of notices': [endless('* x\n'), /sends without end/],
};
