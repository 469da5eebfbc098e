import { expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { runningPlace } from '../../lib/terminal/check/running-place.ts';
import { takesLong } from '../long.ts';
import { forEach, type Serve, strangerThat } from '../scene/stranger.ts';
import { checked } from './checking.ts';

/** Answers the first call like this, and no other. */
function answersOnce(answer: (line: string) => string): Serve {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  let first: unknown;
  let rest = '';
  return forEach((wire, bytes) => {
    first ??= wire;
    if (wire !== first) return;
    const lines = `${rest}${decoder.decode(bytes)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) wire.write(encoder.encode(`[station] ${answer(line)}\n`));
  });
}

it.for<[what: string, answer: (line: string) => string]>([
  ['answered a player', line => `${line}?`],
  ['passed a scene', line => line.toUpperCase()],
])('does not call a server silent that has %s', async ([what, answer], test) => {
  if (what === 'answered a player') takesLong(test);
  const { address, at } = await strangerThat(answersOnce(answer));
  const { mode } = halfDuplex;
  const place = runningPlace(address, at);
  const options = { program: halfDuplex, mode, place, patience: 200 };
  const scenes = ['half-duplex/3-byte-by-byte', 'half-duplex/11-last-answer'];
  const failures = (await checked(scenes, options)).flatMap(
    ({ failure }) => failure ?? [],
  );
  expect(failures).not.toEqual([]);
  expect(failures.flatMap(({ remarks }) => remarks)).toEqual([]);
});
