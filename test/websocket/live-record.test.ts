import { describe, expect, it } from 'vitest';
import { drawHeads } from '../../demos/websocket/page/heads.ts';
import { drawLadder } from '../../demos/websocket/page/ladder.ts';
import { itemsOf, layoutOf } from '../../demos/websocket/page/layout.ts';
import { LiveRecord, type Update } from '../../demos/websocket/page/live-record.ts';
import { verdictOf } from '../../demos/websocket/page/verdict.ts';
import { arrowsOf } from '../../lib/view/export/mermaid.ts';
import { markup } from '../../lib/view/export/svg-shape.ts';
import { counts, message, people, update } from './recorded.ts';

/** A record of messages of alice to bob, four events each. */
function recordOf(messages: number, rest: Partial<Update> = {}): LiveRecord {
  const record = new LiveRecord();
  for (let at = 0; at < messages; at++) {
    const events = message(`words ${at}`, {
      n: 4 * at + 1,
      nth: at + 1,
      from: 1,
      to: [2],
    });
    record.take(update(events, rest));
  }
  return record;
}

const look = { width: 700, me: 'alice' };
function drawingOf(record: LiveRecord, visible?: { from: number; to: number }): string {
  const layout = layoutOf(record, look);
  const heads = drawHeads(layout.lanes, layout.at, { ...look, colour: () => 0 });
  return [...heads, ...drawLadder(layout, record, visible)].map(markup).join('\n');
}

describe('the record on the page', () => {
  it('is a window that slides: numbers stay, and it says how many came before', () => {
    const record = recordOf(200);
    expect(record.events).toHaveLength(600);
    expect(record.events[0]?.n).toBe(201);
    expect(record.earlier).toBe(200);
    expect(recordOf(150).earlier).toBe(0);
  });

  it('matches right at the edge of the window, and knows whose words they are', () => {
    const arrows = arrowsOf(itemsOf(recordOf(200)));
    const passedOn = arrows.filter(({ from }) => from === 'the room');
    expect(passedOn).toHaveLength(150);
    for (const { label, sent, got } of passedOn) {
      expect(got?.text).toBe(label);
      expect(sent?.of?.nth).toBe((sent?.nth ?? 0) - 50);
    }
  });

  it('starts over with a new record, and goes on with the numbers', () => {
    const record = recordOf(3);
    const events = message('again', { n: 101, nth: 9, from: 1, to: [2] });
    record.take(update(events, { anew: true, since: 101 }));
    expect(record.events.map(({ n }) => n)).toEqual([101, 102, 103, 104]);
    expect(record.earlier).toBe(100);
    record.take(update([], { anew: true, since: 201 }));
    expect(record.earlier).toBe(200);
  });

  it('keeps the names of those who left as long as it has their events', () => {
    const record = recordOf(1);
    record.take(update([], { people: people('alice').slice(0, 1) }));
    expect(record.here).toEqual(['alice']);
    expect(record.nameOf('link 2')).toBe('bob');
    record.take(update([], { anew: true, people: people('alice') }));
    expect(record.nameOf('link 2')).toBe('a newcomer');
  });

  it('draws hostile names and words as letters', () => {
    const record = new LiveRecord();
    const attack = '</title><script>alert(1)</script><img src=x onerror=alert(1)>';
    const events = message(attack, { n: 1, nth: 1, from: 1, to: [2] });
    record.take(update(events, { people: people('<i>', 'bob') }));
    expect(drawingOf(record)).not.toMatch(/<(script|img)/);
    expect(drawingOf(record)).toContain('&lt;script&gt;');
    expect(drawingOf(record)).toContain('&lt;i&gt;');
  });
});

it('draws what is in the window, and the same there as in the whole', () => {
  const record = recordOf(150);
  const whole = drawingOf(record).split('\n');
  const part = drawingOf(record, { from: 5_000, to: 6_000 }).split('\n');
  expect(whole.filter(line => line.startsWith('<g><title>words')).length).toBe(150);
  expect(part.length).toBeLessThan(40);
  expect(part.filter(line => !whole.includes(line))).toEqual([]);
  expect(part.join()).toContain('words 60');
});

it.each([300, 301, 310, 323])('in a window of %i begins with a whole row', least => {
  const { plan, items } = layoutOf(recordOf(50), { ...look, least });
  const [arrow] = arrowsOf(items);
  const [first = 0, second = 0] = [arrow?.sent, arrow?.got].map(
    one => one && plan.y(one),
  );
  const hidden = plan.height - least;
  expect((hidden + 17 - first) % (second - first)).toBe(0);
  expect(layoutOf(recordOf(1), { ...look, least }).plan.height).toBe(least);
});

describe('the verdict on the page', () => {
  const facts = { since: 1, late: false, whole: true, counts };

  it('is shown by two messages that crossed in a whole record', () => {
    const crossed = {
      said: 2,
      heard: 4,
      crossings: 1,
      last: [31, 32],
      oneOrder: true,
    } as const;
    expect(verdictOf({ ...facts, counts: crossed })).toEqual({
      isShown: true,
      headline: 'full-duplex, shown',
      counted: '1 crossing (the last: 31 ╳ 32) · 2 messages, heard 4 times · one order',
    });
  });

  it.each([
    [{}, 'no two messages have crossed yet'],
    [{ late: true, whole: false }, 'the record began in the middle of conversations'],
    [{ whole: false }, 'only one end of some links is in the record'],
  ])('is undecided otherwise: %j', (rest, why) => {
    const { isShown, headline } = verdictOf({ ...facts, ...rest });
    expect(isShown).toBe(false);
    expect(headline).toBe(`full-duplex, undecided: ${why}`);
  });

  it('says from which event on it counts, if that is not the first', () => {
    expect(verdictOf({ ...facts, since: 5_121 }).counted).toContain(
      'since event 5,121',
    );
  });
});
