import type { Values } from '../lib/options/option.ts';
import { readOptions } from '../lib/options/read.ts';
import {
  flagsInScenes,
  type Limits,
  type Program,
} from '../lib/scene/world/program.ts';

/** What a server is told by the words of its command line. */
export const told = (
  program: Pick<Program, 'doors' | 'options'>,
  ...words: readonly string[]
) => readOptions(words, flagsInScenes(program)) as Values & Limits;
