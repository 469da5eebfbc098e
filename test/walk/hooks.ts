// A loader that lets every function of lib and demos say when it is entered: `walk(file, name)`.

import type { LoadHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';
import { entered } from './entered.ts';

const root = new URL('../../', import.meta.url).href;
const ours = /^(?:lib|demos)\//;

export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const file = url.startsWith(root)
    ? fileURLToPath(url).slice(fileURLToPath(root).length)
    : '';
  if (!ours.test(file)) return loaded;
  const source = String(loaded.source);
  const lang = loaded.format === 'module-typescript' ? 'ts' : 'js';
  return { ...loaded, source: entered(source, file, parseAst(source, { lang })) };
};
