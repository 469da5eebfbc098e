import { describe, expect, it } from 'vitest';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { runOfRecords } from '../../lab/engine/run-of-records.ts';
import { drawn } from '../../lib/trace/event.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import { takesLong } from '../long.ts';
import { played } from './catalogue.ts';

const { events, lanes, mode, finding } = await played({
  demo: 'half-duplex',
  scene: 'taking-turns',
});
/** A scene's line has its expectation in place of the verdict. */
const kept = finding?.line.replace('· ok ·', '· kept ·');

const read = (text: string, name = 'run.jsonl'): LabRun =>
  runOfRecords([{ name, text }], mode);

describe('a record that is dropped on the lab', () => {
  it('is judged, and shown event by event', () => {
    const run = read(toJsonLines(events));
    expect(run.finding?.line).toBe(kept);
    expect(run.lanes).toEqual(lanes);
    expect(toJsonLines(run.events)).toBe(toJsonLines(events));
    expect(run.moments).toHaveLength(events.filter(drawn).length + 1);
    expect(run.moments.at(-1)).toMatchObject({
      upTo: events.length,
      screens: { station: ['Is anybody there?', 'Just testing.'] },
    });
  });

  it('may be two records of two ends', () => {
    const files = lanes.map(lane => ({
      name: `${lane}.jsonl`,
      text: toJsonLines(numbered(events.filter(({ end }) => end === lane))),
    }));
    const run = runOfRecords(files, mode);
    expect(run.finding).toMatchObject({ ok: true });
    expect(run.finding?.line).toContain('half-duplex · kept · 4 heard in 4 turns');
    expect(run.lanes).toEqual(lanes);
    const back = read(toJsonLines(run.record ?? []));
    expect(back.finding?.line).toContain('half-duplex · kept · 4 heard in 4 turns');
  });

  it('is judged by the mode that the reader chooses', () => {
    const files = [{ name: 'run.jsonl', text: toJsonLines(events) }];
    expect(runOfRecords(files, 'simplex').finding).toMatchObject({ ok: false });
  });

  it.each([
    ['nothing', '', 'no events'],
    ['a text', 'Hello\n', 'run.jsonl: Cannot read trace, line 1: expected an event as'],
    ['markup', '<img src=x>', 'found <img src=x>'],
    ['a control character', '\u001b[2J', 'found \ufffd[2J'],
    ['a line of 10 MB', 'x'.repeat(10_000_000), 'run.jsonl, line 1: over 1,048,576'],
    ['a contradiction', toJsonLines([...events, ...events]), 'comes after'],
  ])('has a problem if it is %s', (_, text, words) => {
    const { problem, finding } = read(text);
    expect(problem?.words).toContain(words);
    expect(finding).toBeUndefined();
  });

  it('is clean, whatever is in it', () => {
    const [opened] = events;
    const hostile = { ...opened, end: 'a\u202eb', link: 'x\u001b', text: '\u0007<b>' };
    const [event] = read(toJsonLines([hostile as never])).events;
    expect(event).toMatchObject({
      end: 'a\ufffdb',
      link: 'x\ufffd',
      text: '\ufffd<b>',
    });
  });

  it('is refused if it has more ends than a page can draw', () => {
    const from = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        JSON.stringify({
          n: i + 1,
          at: 1,
          end: `e${i}`,
          link: `l${i}`,
          what: 'opened',
          by: 'self',
        }),
      ).join('\n');
    expect(read(from(2_000)).problem).toBeUndefined();
    expect(read(from(2_001)).problem?.words).toBe('over 2,000 ends');
  });

  it('is cut after 100,000 events, and says so', test => {
    takesLong(test);
    const chunk = events.filter(({ what }) => what === 'chunk').slice(0, 1);
    const text = toJsonLines(events) + toJsonLines(chunk).repeat(100_000);
    const { events: shown, moments, problem, finding } = read(text);
    expect(finding?.line).toBe(kept);
    expect(shown).toHaveLength(20_000);
    expect(moments.length).toBeLessThanOrEqual(2_001);
    expect(problem?.words).toBe(
      'only the first 100,000 events are read: run.jsonl; only the first 20,000 events are shown; the verdict is about 100,000',
    );
  });
});

/** As a program numbers its own record: from 1. */
const numbered = (own: typeof events) => {
  let n = 0;
  return own.map(event => ({ ...event, n: drawn(event) ? ++n : 0 }));
};
