#!/usr/bin/env node
// The package's own command: `npx duplex-modes p2m server` is what `npm run demo:p2m -- server` is in a clone.

import module from 'node:module';
import { asPackage } from '../lib/terminal/to-start.ts';

// Node 22 and newer have it.
Reflect.get(module, 'enableCompileCache')?.();
process.env[asPackage] = 'yes';

const tools: Record<string, () => Promise<unknown>> = {
  '': () => import('./tour.ts'),
  '--list': () => import('./tour.ts'),
  '--help': () => import('./tour.ts'),
  check: () => import('./check.ts'),
  lab: () => import('../lab/serve.ts'),
  tap: () => import('./tap.ts'),
  verdict: () => import('./verdict.ts'),
};

const { argv } = process;
const word = argv[2] ?? '';
const tool = Object.hasOwn(tools, word) ? tools[word] : undefined;
// A tool finds its arguments where `npm run` has them.
if (tool !== undefined) argv.splice(2, 1);
await (tool ?? (() => import('./run.ts')))();
