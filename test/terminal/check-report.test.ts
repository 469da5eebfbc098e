import { afterEach, expect, it, vi } from 'vitest';
import type { SceneResult } from '../../lib/check/result.ts';
import { defaultsOf } from '../../lib/options/option.ts';
import { checkOptions } from '../../lib/terminal/check/options.ts';
import { played } from '../../lib/terminal/check/played.ts';
import { Report } from '../../lib/terminal/check/report.ts';
import { simplexDemo } from './demos.ts';
import { writtenIn } from './window.ts';

afterEach(() => vi.unstubAllGlobals());

it('an error has a row of its own, without the name of the scene that was begun', async () => {
  const written = writtenIn(80);
  const chosen = defaultsOf(checkOptions);
  const mode = 'simplex';
  const asked = { mode, who: 'server', name: '', chosen } as const;
  const report = new Report({ ...asked, demo: simplexDemo, program: simplexDemo });
  async function* playing(): AsyncGenerator<SceneResult> {
    report.playing('who');
    yield await Promise.reject(new Error('nobody answers'));
  }
  await expect(played(playing(), report)).rejects.toThrow('nobody answers');
  expect(written()).toBe('  ....  who\r\x1b[K');
});
