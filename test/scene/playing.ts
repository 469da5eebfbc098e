import type { CodecFor } from '../../lib/connection/codecs.ts';
import { lengthPrefixed, lines, text } from '../../lib/framing/index.ts';
import { type Played, type PlayOptions, play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { memoryWorld, type World } from '../../lib/scene/world/world.ts';

export const framings: Record<'lines' | 'length', CodecFor> = {
  lines: maxPayload => text(lines({ maxPayload })),
  length: maxPayload => text(lengthPrefixed({ maxPayload })),
};

/** What may be left out: in memory, by lines, on a good link. */
type InWorld = Extract<PlayOptions, { readonly world: World }>;
type Options = Pick<InWorld, 'program'> & Partial<Omit<InWorld, 'scene'>>;

export function playText(source: string, options: Options): Promise<Played> {
  return play({
    scene: parseScene('test.scene', source),
    world: memoryWorld(),
    ...options,
  });
}

/** A scene with its header, as short as it can be. */
export const sceneOf = (
  mode: string,
  steps: readonly string[],
  verdict = `undecided ${mode}`,
): string =>
  [`title: test`, `mode: ${mode}`, '', ...steps, `verdict ${verdict}`].join('\n');

/** The line of that text in a scene made by `sceneOf`. */
export const lineOf = (source: string, text: string): number =>
  source.split('\n').findIndex(line => line.trim() === text) + 1;
