import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { p2m } from '../../demos/p2m/demo.ts';
import { p2p } from '../../demos/p2p/demo.ts';
import { simplex } from '../../demos/simplex/demo.ts';
import { Unreachable } from '../../lib/check/place.ts';
import { runningPlace } from '../../lib/terminal/check/running-place.ts';
import { takesLong } from '../long.ts';
import { sceneFiles } from '../scene/scene-files.ts';
import { listeners, silent, strangerThat } from '../scene/stranger.ts';
import { checked } from './checking.ts';
import { noRule } from './no-rule.ts';

const scenesOf = (mode: string) =>
  sceneFiles.map(({ name }) => name).filter(name => name.startsWith(`${mode}/`));

/** What a check of all scenes says of it. */
async function results(
  program: typeof simplex | typeof p2m | typeof p2p | typeof halfDuplex,
  kind: string,
) {
  const [serve] = noRule[kind] ?? [silent];
  const { address, at } = await strangerThat(serve);
  const { name, mode } = program;
  const place = runningPlace(address, at);
  const options = { program, mode, place, patience: 200, patient: false };
  return await checked(scenesOf(name), options);
}

/** The check waits a long time for the others. */
const inShort = ['is silent', 'only echoes', 'closes immediately'];

describe('a server that keeps no rule', () => {
  const kinds = Object.entries(noRule).map(
    ([kind, [, words]]) => [kind, words] as const,
  );

  it.for(kinds)('fails with words of its own: it %s', async ([kind, words], test) => {
    if (!inShort.includes(kind)) takesLong(test);
    const all = await results(halfDuplex, kind);
    const failed = all.filter(({ outcome }) => outcome === 'fail');
    const [first] = failed;
    expect(first?.failure).toMatchObject({ remarks: [expect.stringMatching(words)] });
    expect(all.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  });

  it.for([simplex, p2p, p2m])(
    'passes nothing by accident: $name',
    async (program, test) => {
      takesLong(test);
      for (const [kind] of kinds) {
        const all = await results(program, kind);
        const passed = all.filter(({ outcome }) => outcome === 'pass');
        expect(passed.map(({ name }) => `${kind}: ${name}`)).toEqual([]);
        expect(all.some(({ outcome }) => outcome === 'fail')).toBe(true);
      }
    },
  );

  it('says so if nothing listens there', async () => {
    const { address, at } = await strangerThat(silent);
    await listeners.pop()?.close();
    const place = runningPlace(address, at);
    const { mode } = p2m;
    await expect(checked(['p2m/3-who'], { program: p2m, mode, place })).rejects.toThrow(
      Unreachable,
    );
  });
});
