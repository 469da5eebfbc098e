import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../../docs/generate/pages.ts';
import { anchorsOf, deadLinks, linksOf } from './links.ts';
import { begins, type Line, plain, written } from './prose.ts';

const glossary = 'docs/words.md';
const entries = anchorsOf(readFileSync(glossary, 'utf8'));
/** Pages for learners. An index, a benchmark or the design only names what these explain. */
const taught = [
  'README.md',
  ...[
    'class',
    'cluster',
    'elsewhere',
    'framing',
    'framing-attacks',
    'framing-reference',
    'from-python',
    'half-duplex',
    'p2m',
    'p2p',
    'protocol',
    'record',
    'scenes',
    'simplex',
    'tap',
    'trace',
    'udp',
    'websocket',
  ].map(name => `docs/${name}.md`),
];

/** The field's words, and ours: where a page first uses one, it leads to its entry. */
const standard: readonly (readonly [RegExp, entry: string])[] = [
  [/\backnowledgements?\b/i, 'acknowledgement'],
  [/\baddress validation\b/i, 'address-validation'],
  [/\bamplification\b/i, 'amplification'],
  [/\bat (?:least|most) once\b/i, 'at-least-once'],
  [/\bbackpressure\b/i, 'backpressure'],
  [/\bbarge-in\b/i, 'barge-in'],
  [/\bmulticast\b|\bunicast\b/i, 'broadcast'],
  [/\bcodecs?\b/i, 'codec'],
  [/\bconcurrent\b|\bcrossed\b|\bcrossings?\b/i, 'crossing'],
  [/\bcross-site scripting\b|\bXSS\b/i, 'cross-site-scripting'],
  [/\bdatagrams?\b/i, 'datagram'],
  [/\bdeadlock\b/i, 'deadlock'],
  [/\bduplicates?\b/i, 'duplicate'],
  [/\bFIN\b/, 'fin'],
  [/\bhead-of-line blocking\b/i, 'head-of-line-blocking'],
  [/\bheartbeats?\b/i, 'heartbeat'],
  // On an Ethernet a hub is another thing.
  [/\bhubs?\b(?!: CSMA)/i, 'hub'],
  [/\bidempotent\b/i, 'idempotent'],
  [/\bkeep-alive\b/i, 'keep-alive'],
  [/\bin transit\b/i, 'in-transit'],
  [/\bkernel buffers?\b/i, 'kernel-buffer'],
  [/\blatency\b/i, 'latency'],
  [/\blobby\b/i, 'lobby'],
  [/\bpayloads?\b/i, 'payload'],
  [/\brelays?\b/i, 'relay'],
  [/\bretransmi\w+\b/i, 'retransmission'],
  [/\bRST\b/, 'rst'],
  [/\bslow consumer\b/i, 'slow-consumer'],
  [/\bspoof\w+\b/i, 'spoofed'],
  [/\bticks?\b/i, 'tick'],
  [/\btotal order\b/i, 'total-order'],
  [/\bverdicts?\b/i, 'verdict'],
];

/** A page without its listings, headings and sources. */
const proseOf = (page: string): Line[] => {
  const markdown = readFileSync(page, 'utf8').replace(
    /^## (?:\d+\. )?Sources\n[\s\S]*/m,
    '',
  );
  return written(markdown).filter(({ code, text }) => !code && !text.startsWith('#'));
};

/** What a reader sees of a line: no code, no targets of links, no marks. */
const seen = ({ text }: Line): string =>
  plain(text)
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[_*[\]]/g, '');

/** The last line of the paragraph, the point or the row to which a line belongs. */
function lastWith(lines: readonly Line[], at: number): number {
  const next = lines.findIndex(
    ({ text }, index) =>
      index > at && (text.trim() === '' || text.startsWith('|') || begins.test(text)),
  );
  return next === -1 ? lines.length : next - 1;
}

/** Terms that a page uses before it leads to what they mean. */
const unexplained = (lines: readonly Line[]): string[] =>
  standard
    .filter(([term, entry]) => {
      const used = lines.findIndex(line => term.test(seen(line)));
      const link = lines.findIndex(({ text }) => text.includes(`words.md#${entry})`));
      return used !== -1 && (link === -1 || link > lastWith(lines, used));
    })
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

  it.each(taught)('is linked where %s first uses a standard term', page =>
    expect(unexplained(proseOf(page))).toEqual([]),
  );

  it.each([
    [
      'A slow consumer\ncauses [_backpressure_](words.md#backpressure).',
      'slow-consumer',
    ],
    ['It sends RST.\n\n[RST](words.md#rst) is the end.', 'rst'],
    ['| RST |\n| [RST](words.md#rst) |', 'rst'],
  ])('notices a term that is not linked where it is first used: %j', (page, term) =>
    expect(unexplained(written(page))).toEqual([term]),
  );

  it('lets a term pass whose link stands in the same paragraph', () =>
    expect(unexplained(written('It sends\nRST, [a reset](words.md#rst).'))).toEqual(
      [],
    ));
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
