import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../demos/pitfalls/catalogue.ts';
import type { Pitfall } from '../../demos/pitfalls/pitfall.ts';
import { fileOf, tried } from '../../demos/pitfalls/tried.ts';
import { renewed } from '../../docs/generate/pages.ts';
import {
  asItStands,
  once,
  pageOf,
  pitfallPage,
  pitfallPages,
  unhurried,
} from '../../docs/generate/pitfalls.ts';
import { rulePages, rulesOfPage } from '../../docs/generate/rules.ts';
import { plainPaint } from '../../lib/view/text/paint.ts';
import { takesLong } from '../long.ts';
import { needs, type Skippable } from '../needs.ts';

const inPython = catalogue.filter(one => existsSync(fileOf(one, 'naive.py')));

/** One of each kind, which `npm test` plays. */
const kinds: Readonly<Record<string, string>> = {
  'two-in-one': 'a server over TCP, and its bytes',
  'shifted-answers': 'a client over TCP',
  'barge-in': 'convicted by the verdict',
  'crash-spreads': 'a program that crashes',
  'slow-reader': 'a peer that does not read',
  'escape-sequences': 'what the program prints',
  'first-datagram': 'a server over UDP',
};

function plays(pitfall: Pitfall, test: Skippable): void {
  if (!(pitfall.name in kinds)) takesLong(test);
}

describe.concurrent('the pitfalls', () => {
  it.for(catalogue)('$name convicts its naive program', async (pitfall, test) => {
    plays(pitfall, test);
    expect(await once(pitfall, 'naive')).toMatchObject({ ok: false });
  });

  it.for(catalogue)('$name acquits its right program', async (pitfall, test) => {
    plays(pitfall, test);
    expect(await once(pitfall, 'right')).toMatchObject({ ok: true });
  });

  it.for(catalogue)('$name fits into a window of 60 columns', async (pitfall, test) => {
    plays(pitfall, test);
    const look = { width: 60, ascii: true, paint: plainPaint };
    const { figures } = await once(pitfall, 'naive');
    const rows = figures.flatMap(figure => figure.draw(look));
    expect(rows.filter(row => row.length > 60)).toEqual([]);
  });

  it.for(inPython)(
    '$name convicts its naive program in Python',
    async (pitfall, test) => {
      if (pitfall !== inPython[0]) takesLong(test);
      needs(test, 'python3, 3.9 or newer');
      const { ok } = await tried(pitfall, 'naive.py', unhurried.naive);
      expect(ok).toBe(false);
    },
  );

  it.for(catalogue)(
    'the page of $name shows what really happens (npm run docs repairs it)',
    async (pitfall, test) => {
      plays(pitfall, test);
      const { before, after } = await renewed(pageOf(pitfall));
      expect(before).toBe(after);
    },
  );
});

it.each(pitfallPages)(
  '%s is as it is generated, whatever came of its programs (npm run docs repairs it)',
  async page => {
    expect(readFileSync(page, 'utf8')).toBe(await pitfallPage(page, asItStands));
  },
);

describe('a pitfall', () => {
  it.each(catalogue)(
    '$name is told in full',
    ({ symptoms, threads, why, question }) => {
      for (const some of [symptoms, threads, why])
        expect(some.length).toBeGreaterThan(0);
      for (const { url } of threads) expect(url).toMatch(/^https:\/\/\S+$/);
      expect(question).toMatch(/\?$/);
    },
  );

  it.each(catalogue)('$name names rules that exist', ({ rules }) => {
    const known = rulePages.flatMap(rulesOfPage).map(({ id }) => id);
    expect(rules.filter(rule => !known.includes(rule))).toEqual([]);
  });

  it('is the one that is played of its kind if it is in the catalogue', () => {
    const names = catalogue.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(kinds)));
  });

  it('is one of at least twenty-four, and eight of them are in Python too', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(24);
    expect(inPython.length).toBeGreaterThanOrEqual(8);
  });

  it.each(
    catalogue.flatMap(one => ['naive.ts', 'right.ts'].map(file => fileOf(one, file))),
  )('%s is a short program that needs nothing but Node', file => {
    const source = readFileSync(file, 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(50);
    const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(imported.filter(from => !from?.startsWith('node:'))).toEqual([]);
  });
});
