import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../../docs/generate/pages.ts';
import { anchorsOf, deadLinks, linksOf } from './links.ts';
import { plain, writtenBy } from './prose.ts';

const glossary = 'docs/words.md';
const entries = anchorsOf(readFileSync(glossary, 'utf8'));
const lessons = [
  'simplex',
  'half-duplex',
  'p2p',
  'p2m',
  'framing',
  'framing-attacks',
  'udp',
  'websocket',
  'elsewhere',
].map(name => `docs/${name}.md`);

/** The field's words: a page that uses one leads to its entry. */
const standard: readonly (readonly [RegExp, entry: string])[] = [
  [/\backnowledgements?\b/i, 'acknowledgement'],
  [/\bamplification\b/i, 'amplification'],
  [/\bbackpressure\b/i, 'backpressure'],
  [/\bconcurrent\b|\bcrossed\b/i, 'crossing'],
  [/\bcross-site scripting\b|\bXSS\b/i, 'cross-site-scripting'],
  [/\bdeadlock\b/i, 'deadlock'],
  [/\bduplicates?\b/i, 'duplicate'],
  [/\bhead-of-line blocking\b/i, 'head-of-line-blocking'],
  [/\bheartbeats?\b/i, 'heartbeat'],
  [/\bidempotent\b/i, 'idempotent'],
  [/\bkernel buffers?\b/i, 'kernel-buffer'],
  [/\blatency\b/i, 'latency'],
  [/\bretransmi\w+\b/i, 'retransmission'],
  [/\bRST\b/, 'rst'],
  [/\bslow consumer\b/i, 'slow-consumer'],
  [/\bspoof\w+\b/i, 'spoofed'],
  [/\btotal order\b/i, 'total-order'],
];

/** A page without its listings and its sources. */
const proseOf = (page: string) =>
  writtenBy(page)
    .filter(({ code }) => !code)
    .map(({ text }) => plain(text))
    .join('\n')
    .replace(/^## \d+\. Sources[\s\S]*/m, '');

/** Terms that a page uses without a link to what they mean. */
const unexplained = (prose: string, linked: ReadonlySet<string>): string[] =>
  standard
    .filter(([term, entry]) => term.test(prose) && !linked.has(entry))
    .map(([, entry]) => entry);

const linkedFrom = (page: string) =>
  new Set(
    linksOf(page)
      .filter(({ file }) => file === glossary)
      .map(({ place }) => place),
  );

describe('the glossary', () => {
  it('has an entry for every standard term, in alphabetical order', () => {
    expect(
      standard.map(([, entry]) => entry).filter(e => !entries.includes(e)),
    ).toEqual([]);
    expect(entries).toEqual([...entries].sort());
  });

  it('has no entry to which no page leads', () => {
    const linked = new Set(pages().flatMap(page => [...linkedFrom(page)]));
    expect(entries.filter(entry => !linked.has(entry))).toEqual([]);
  });

  it.each(lessons)('is linked from each standard term of %s', page =>
    expect(unexplained(proseOf(page), linkedFrom(page))).toEqual([]),
  );

  it('notices a term that is not linked', () => {
    const prose = 'A slow consumer causes backpressure.';
    expect(unexplained(prose, new Set(['backpressure']))).toEqual(['slow-consumer']);
  });
});

describe('links', () => {
  it.each([...pages(), 'CONTRIBUTING.md'])('of %s lead somewhere', page =>
    expect(deadLinks(page)).toEqual([]),
  );

  it('are noticed if they lead nowhere', () => {
    const markdown = '[a](words.md) [b](words.md#glossary) [c](words.md#x) [d](no.md)';
    expect(deadLinks('docs/udp.md', markdown)).toEqual([
      'docs/words.md#x',
      'docs/no.md#',
    ]);
  });
});
