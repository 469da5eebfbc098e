import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cluster } from '../../demos/cluster/demo.ts';
import { play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';

const folder = 'demos/p2m/scenes';

/** It shows what another kind of room does. */
const others = ['9-two-orders.scene'];
const files = readdirSync(folder).filter(file => !others.includes(file));

/** Puts people at the two nodes in turn. */
function spread(source: string): string {
  let nth = 0;
  const nodes = cluster.together?.nodes ?? [];
  return source.replace(
    /^(.+) connects?( as \S+| without a name)?$/gm,
    (_, who, how = '') =>
      who
        .split(', ')
        .map((one: string) => `${one} connects${how} at ${nodes[nth++ % nodes.length]}`)
        .join('\n'),
  );
}

const played = async (file: string, change = (source: string) => source) => {
  const source = readFileSync(`${folder}/${file}`, 'utf8');
  const { finding } = await play({
    scene: parseScene(file, change(source)),
    program: cluster,
    world: memoryWorld(),
  });
  return finding;
};

describe('a room of several nodes does what the room of p2m does', () => {
  it.each(files)('%s, at one node', async file =>
    expect(await played(file)).toMatchObject({ ok: true }),
  );

  it.each(files)('%s, at two nodes', async file =>
    expect(await played(file, spread)).toMatchObject({ ok: true }),
  );

  it('is not compared with scenes that do not exist', () =>
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(others)));
});
