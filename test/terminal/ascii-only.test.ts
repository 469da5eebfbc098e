import { expect, it } from 'vitest';
import { asciiOnly } from '../../lib/terminal/output.ts';

it.for([
  ['linux', { LANG: 'en_GB.UTF-8' }, false],
  ['linux', { LANG: 'en_GB.UTF-8', LC_ALL: 'C' }, true],
  ['linux', {}, true],
  ['linux', { TERM: 'dumb', LANG: 'C.UTF-8' }, true],
  // Windows sets no locale: its old console draws no boxes, its newer terminals do.
  ['win32', {}, true],
  ['win32', { WT_SESSION: '1' }, false],
  ['win32', { TERM_PROGRAM: 'vscode' }, false],
  ['win32', { WT_SESSION: '1', LANG: 'C' }, true],
] as const)('on %s with %j drawings do without Unicode: %s', ([platform, env, ascii]) =>
  expect(asciiOnly(env, platform)).toBe(ascii),
);
