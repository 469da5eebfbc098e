import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { Origins } from '../../lib/trace/origins.ts';

const event = (over: Partial<TraceEvent>): TraceEvent => ({
  what: 'received',
  by: 'peer',
  n: 0,
  at: 0,
  end: 'room',
  link: 'a',
  ...over,
});

function known() {
  const first = event({ text: '1' });
  const second = event({ text: '2' });
  const elsewhere = event({ text: '3', link: 'b' });
  const atAlice = event({ text: '4', end: 'alice' });
  const origins = new Origins();
  for (const one of [first, event({ what: 'refused' }), elsewhere, atAlice, second])
    origins.add(one);
  return { origins, first, second, elsewhere, atAlice };
}

const passed = (link: string, nth: number, end = 'room') =>
  event({ what: 'sent', by: 'self', end, link: 'c', of: { link, nth } });

describe('the origin of a word that is passed on', () => {
  it('is the nth that this end received on that link; what it refused does not count', () => {
    const { origins, first, second, elsewhere, atAlice } = known();
    expect(origins.of(passed('a', 1))).toBe(first);
    expect(origins.of(passed('a', 2))).toBe(second);
    expect(origins.of(passed('b', 1))).toBe(elsewhere);
    expect(origins.of(passed('a', 1, 'alice'))).toBe(atAlice);
  });

  it('is unknown for a word of its own, and for one that nobody recorded', () => {
    const { origins } = known();
    expect(origins.of(event({ what: 'sent', by: 'self' }))).toBeUndefined();
    for (const nth of [0, 3]) expect(origins.of(passed('a', nth))).toBeUndefined();
    expect(origins.of(passed('b', 2))).toBeUndefined();
    expect(origins.of(passed('d', 1))).toBeUndefined();
  });
});
