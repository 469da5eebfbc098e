import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/trace/event.ts';
import { modes } from '../../lib/trace/rules/index.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { SharedTrace } from '../../lib/watch/shared-trace.ts';

const heard = (text: string, kind: Observation['kind'] = 'message'): Observation => ({
  what: 'received',
  by: 'peer',
  kind,
  text,
});
const said = (text: string, more: Partial<Observation> = {}): Observation => ({
  what: 'sent',
  by: 'self',
  kind: 'message',
  text,
  ...more,
});

/** A room in which two people talked before anybody watched. */
function late() {
  const trace = new SharedTrace(() => 0, 300);
  const [a, b] = [trace.room('a', true), trace.room('b', true)];
  for (const [room, name] of [
    [a, 'alice'],
    [b, 'bob'],
  ] as const) {
    room({ what: 'opened', by: 'peer', role: 'relay' });
    room(heard(name, 'control'));
  }
  a(heard('before'));
  return { trace, a, b };
}

describe('a record that nobody watches', () => {
  it('has no event, and wants none', () => {
    const { trace, a } = late();
    for (let count = 0; count < 1_000; count++) a(heard(`words ${count}`));
    expect(trace.flush()).toEqual([]);
    expect(trace.watched).toBe(false);
  });

  it('lets links go that close, and knows how many are open', () => {
    const { trace, a } = late();
    a({ what: 'closed', by: 'self' });
    expect(trace.size).toBe(1);
    expect(trace.people.map(({ name }) => name)).toEqual(['bob']);
  });
});

describe('a record that begins in the middle of conversations', () => {
  it('says so, and knows who is there', () => {
    const { trace } = late();
    trace.watch(true);
    expect(trace.late).toBe(true);
    expect(trace.people.map(({ name }) => name)).toEqual(['alice', 'bob']);
  });

  it('does not say so if nobody was there', () => {
    const trace = new SharedTrace(() => 0, 300);
    trace.watch(true);
    expect(trace.late).toBe(false);
  });

  it('still knows which of its messages is passed on, and which came before', () => {
    const { trace, a, b } = late();
    trace.watch(true);
    b(said('[alice] before', { of: { link: 'a', nth: 2 } }));
    a(heard('after'));
    b(said('[alice] after', { of: { link: 'a', nth: 3 } }));
    const origins = trace.flush().map(({ text, of }) => [text, of]);
    expect(origins).toEqual([
      ['[alice] before', { link: 'link 1', nth: 2 }],
      ['after', undefined],
      ['[alice] after', { link: 'link 1', nth: 3 }],
    ]);
    // The second message of that link is not in the record, and the third is.
    expect(trace.events.find(({ text }) => text === 'after')?.nth).toBe(3);
    expect(
      trace.events.some(
        ({ nth, end, what }) => nth === 2 && end === 'room' && what === 'received',
      ),
    ).toBe(false);
  });

  it('takes no report that it could match with the wrong message', () => {
    const { trace, a } = late();
    trace.watch(true);
    // The room has read `before` already; the page's report of it comes late.
    trace.page('a', said('before'));
    trace.page('a', said('after'));
    a(heard('after'));
    expect(trace.flush().map(({ end, text }) => `${end}: ${text}`)).toEqual([
      'room: after',
    ]);
    expect(trace.settled).toBe(true);
  });

  it.each(modes)('is undecided for %s, also after an answer out of turn', mode => {
    const { trace, a, b } = late();
    trace.watch(true);
    const c = trace.room('c', true);
    c({ what: 'opened', by: 'peer', role: 'relay' });
    trace.page('c', { what: 'opened', by: 'self' });
    for (const words of ['one', 'two']) {
      trace.page('a', said(words));
      a(heard(words));
      b(heard(`back ${words}`));
      for (const to of [b, c])
        to(said(`[alice] ${words}`, { of: { link: 'a', nth: 3 } }));
      a(said(`[bob] back ${words}`, { of: { link: 'b', nth: 2 } }));
      trace.page('a', heard(`[bob] back ${words}`));
      trace.page('c', heard(`[alice] ${words}`));
    }
    expect(judge(mode, trace.flush())).toMatchObject({
      result: 'undecided',
      complete: false,
    });
  });

  it('has all of a link that opens later, and its verdict if the others are gone', () => {
    const { trace, a, b } = late();
    for (const room of [a, b]) room({ what: 'closed', by: 'self' });
    trace.watch(true);
    const c = trace.room('c', true);
    c({ what: 'opened', by: 'peer' });
    trace.page('c', { what: 'opened', by: 'self' });
    trace.page('c', said('Tea?'));
    c(said('Coffee?'));
    c(heard('Tea?'));
    trace.page('c', heard('Coffee?'));
    expect(trace.late).toBe(false);
    expect(judge('full-duplex', trace.flush()).result).toBe('shown');
  });

  it('is over when nobody watches, and the next one is another', () => {
    const { trace, a } = late();
    trace.watch(true);
    a(heard('watched'));
    trace.flush();
    trace.watch(false);
    a(heard('unwatched'));
    trace.watch(true);
    a(heard('watched again'));
    trace.flush();
    expect(trace.events.map(({ text }) => text)).toEqual(['watched again']);
  });
});
