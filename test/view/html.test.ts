import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageParts } from '../../lib/terminal/record/page-parts.ts';
import { joined } from '../../lib/trace/joined.ts';
import { type HtmlOptions, html } from '../../lib/view/export/html.ts';
import { takesLong } from '../long.ts';
import { Run } from './run.ts';
import { bothAtOnce, takingTurns } from './scenes.ts';

const full = { mode: 'full-duplex', lanes: ['alice', 'bob'] } as const;
const page = (run: Run, options: HtmlOptions = full) =>
  html(run.batch(), options, pageParts());

const hostile = `</title></script><script>alert(1)</script><img src=x onerror="alert(1)">'&`;

describe('a record as a page', () => {
  it('has each event in words, and the verdict', () => {
    const text = page(bothAtOnce(), {
      ...full,
      title: 'Both together',
      verdicts: [{ ok: false, line: 'verdict: VIOLATED' }],
    });
    expect(text).toContain('<title>Both together</title>');
    expect(text).toContain('<p class="verdict bad">verdict: VIOLATED</p>');
    expect(text).toContain('3 alice says: Tea at four? (crossed 4)');
    expect(text.match(/<a class="event"/g)).toHaveLength(6);
    expect(text.match(/<li id="e\d+"/g)).toHaveLength(6);
  });

  it('allows its own script and style, and no others', () => {
    const text = page(bothAtOnce());
    const [, policy = ''] =
      text.match(/Content-Security-Policy" content="([^"]+)"/) ?? [];
    expect(policy).toMatch(/^default-src &#39;none&#39;; script-src /);
    for (const tag of ['script', 'style']) {
      const [, inside = ''] = text.match(new RegExp(`<${tag}>([^]*)</${tag}>`)) ?? [];
      const hash = createHash('sha256').update(inside).digest('base64');
      expect(policy).toContain(`${tag}-src &#39;sha256-${hash}&#39;`);
    }
    // A style attribute or an inline handler would be dead.
    expect(text).not.toMatch(/<[^>]* (style|on[a-z]+)=/);
  });

  it('makes no markup of what people say, or of what they are called', () => {
    const run = new Run().connect(hostile, 'bob').say(hostile, 'bob', hostile);
    const text = page(run, {
      mode: 'full-duplex',
      lanes: [hostile, 'bob'],
      title: hostile,
      note: hostile,
      verdicts: [{ ok: true, line: hostile }],
      rolesOf: ({ length }) => [{ role: hostile, start: 0, end: length }],
    });
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text.match(/<\/script/g)).toHaveLength(1);
    expect(text).not.toMatch(/<img|onerror="/);
  });

  it('joins the two ends of what was said', () => {
    const text = page(bothAtOnce());
    const partners = [...text.matchAll(/<li id="e(\d)" data-other="(\d)"/g)].map(
      ([, one, other]) => `${one}-${other}`,
    );
    expect(partners).toEqual(['1-2', '2-1', '3-5', '4-6', '5-3', '6-4']);
  });

  it('has as much of a long record as a browser opens quickly, and says so', test => {
    takesLong(test);
    const run = new Run().connect('alice', 'bob');
    const events = run.batch();
    const many = Array.from({ length: 2_001 }, (_, i) => ({
      ...(events[0] as (typeof events)[0]),
      n: i + 1,
      what: 'sent' as const,
      text: String(i),
    }));
    const note = 'the first 2,001 of 9,999 events';
    const text = html(many, { ...full, note }, pageParts());
    expect(text).toContain('Shown here: the first 2,000 events<');
    expect(text.match(/<li id="e\d+"/g)).toHaveLength(2_000);
  });
});

it('a joined record, in which each end has its own numbers, keeps its order', () => {
  const all = takingTurns().batch();
  const records = ['alice', 'station'].map(end => ({
    name: end,
    events: all
      .filter(event => event.end === end)
      .map((event, i) => ({ ...event, n: i + 1 })),
  }));
  const { events, lanes } = joined(records);
  const text = html(events, { mode: 'half-duplex', lanes }, pageParts());
  const order = [...text.matchAll(/<li id="e\d+"[^>]*><a [^>]*>(\d+) (\w+)/g)];
  for (const end of ['alice', 'station'])
    expect(order.filter(([, , who]) => who === end).map(([, n]) => Number(n))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  const arrows = [...text.matchAll(/y1="(\d+)" x2="\d+" y2="(\d+)"/g)].slice(2);
  expect(arrows.length).toBeGreaterThan(5);
  for (const [, from, to] of arrows) expect(Number(from)).toBeLessThan(Number(to));
});
