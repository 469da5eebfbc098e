import { describe, expect, it } from 'vitest';
import type { Observation, TraceEvent } from '../../lib/trace/event.ts';
import { Matcher } from '../../lib/trace/match.ts';
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

/** A record that somebody watches from the start. */
function begun(most: number): SharedTrace {
  const trace = new SharedTrace(() => 0, most);
  trace.watch(true);
  return trace;
}

/** Each received event must stand beside the sent one with the same words. */
function pairs(events: readonly TraceEvent[]): string[] {
  const matcher = new Matcher();
  for (const event of events) matcher.add(event);
  return events
    .filter(({ what }) => what === 'received')
    .map(event => `${matcher.of(event)?.text ?? 'nothing'} -> ${event.text}`);
}

describe('a shared trace', () => {
  it('joins what the room saw with what a page says', () => {
    const trace = begun(300);
    const [a, b] = [trace.room('a'), trace.room('b')];
    for (const room of [a, b]) room({ what: 'opened', by: 'peer' });
    for (const link of ['a', 'b']) trace.page(link, { what: 'opened', by: 'self' });
    a(heard('alice', 'control'));
    b(heard('bob', 'control'));
    trace.page('a', said('alice', { kind: 'control' }));
    trace.page('b', said('bob', { kind: 'control' }));
    trace.page('a', said('Tea?'));
    trace.page('b', said('Coffee?'));
    expect(trace.settled).toBe(false);
    a(heard('Tea?'));
    b(said('[alice] Tea?', { of: { link: 'a', nth: 2 } }));
    b(heard('Coffee?'));
    a(said('[bob] Coffee?', { of: { link: 'b', nth: 2 } }));
    trace.page('a', heard('[bob] Coffee?'));
    expect(trace.settled).toBe(false);
    trace.page('b', heard('[alice] Tea?'));
    expect(trace.settled).toBe(true);
    expect(trace.people).toEqual([
      { link: 'link 1', name: 'alice', isHere: true },
      { link: 'link 2', name: 'bob', isHere: true },
    ]);
    const events = trace.flush();
    expect(judge('full-duplex', events).result).toBe('shown');
  });

  it('waits for a page that reports, until it gives up, and again once the page reports', () => {
    const trace = begun(300);
    const room = trace.room('a', true);
    expect(trace.settled).toBe(true);
    room(said('* Your name?'));
    expect(trace.settled).toBe(false);
    trace.giveUp();
    expect(trace.settled).toBe(true);
    trace.page('a', said('alice'));
    expect(trace.settled).toBe(false);
    trace.page('a', heard('* Your name?'));
    room(heard('alice'));
    expect(trace.settled).toBe(true);
  });

  it('says nothing of addresses', () => {
    const trace = begun(300);
    trace.room('192.0.2.1:5>127.0.0.1:1')(said('hi'));
    expect(JSON.stringify([trace.flush(), trace.people])).not.toContain('192.0.2.1');
  });

  it('slides, and matches right at any place while words are in transit', () => {
    const trace = begun(43);
    const room = trace.room('a');
    trace.page('a', said('up 0'));
    for (let count = 0; count < 100; count++) {
      room(said(`down ${count}`));
      trace.page('a', said(`up ${count + 1}`));
      room(heard(`up ${count}`));
      if (count >= 3) trace.page('a', heard(`down ${count - 3}`));
      if (count % 4 === 0) trace.flush();
    }
    trace.flush();
    expect(trace.epoch).toBe(1);
    expect(trace.events).toHaveLength(43);
    const found = pairs(trace.events).map(pair => pair.split(' -> '));
    const matched = found.filter(([sent]) => sent !== 'nothing');
    expect(matched.length).toBeGreaterThan(10);
    for (const [sent, received] of matched) expect(sent).toBe(received);
    // What was sent before the window is matched with nothing, and never with another message.
    expect(found.length).toBeGreaterThan(matched.length);
  });

  it('keeps its numbers when the window slides', () => {
    const trace = begun(5);
    const room = trace.room('a');
    for (let nth = 1; nth <= 20; nth++) {
      room(heard(`words ${nth}`));
      trace.flush();
    }
    expect(trace.events.map(({ n }) => n)).toEqual([16, 17, 18, 19, 20]);
  });

  it('keeps where relayed words came from', () => {
    const trace = begun(7);
    const [a, b] = [trace.room('a'), trace.room('b')];
    for (let nth = 1; nth <= 20; nth++) {
      a(heard(`words ${nth}`));
      b(said(`[alice] words ${nth}`, { of: { link: 'a', nth } }));
    }
    trace.flush();
    const received = trace.events.filter(({ what }) => what === 'received');
    const passedOn = trace.events.filter(({ of }) => of !== undefined);
    expect(passedOn.length).toBeGreaterThan(1);
    for (const { of, text } of passedOn) {
      const origin = received.find(({ nth }) => nth === of?.nth);
      if (origin) expect(text).toBe(`[alice] ${origin.text}`);
      else expect(text).toBe(passedOn[0]?.text);
    }
  });

  it('writes nothing while it pauses, and matches right after the pause', () => {
    const trace = begun(1_000);
    const [a, b] = [trace.room('a', true), trace.room('b')];
    trace.page('a', said('words 1'));
    trace.pause(true);
    const { epoch } = trace;
    for (let nth = 1; nth <= 9; nth++) {
      trace.page('a', said(`words ${nth + 1}`));
      a(heard(`words ${nth}`));
      b(said(`[alice] words ${nth}`, { of: { link: 'a', nth } }));
    }
    expect(trace.flush()).toHaveLength(1);
    trace.pause(false);
    trace.page('a', said('words 11'));
    for (const nth of [10, 11]) {
      a(heard(`words ${nth}`));
      b(said(`[alice] words ${nth}`, { of: { link: 'a', nth } }));
    }
    trace.flush();
    expect(trace.epoch).toBe(epoch + 1);
    expect(pairs(trace.events)).toEqual([
      'nothing -> words 10',
      'words 11 -> words 11',
    ]);
    expect(trace.events.flatMap(({ of }) => of ?? [])).toEqual([
      { link: 'link 1', nth: 10 },
      { link: 'link 1', nth: 11 },
    ]);
    expect(trace.events[0]?.n).toBe(trace.since);
  });

  it('takes nothing for a link that it does not know', () => {
    const trace = begun(10);
    trace.page('nobody', said('hi'));
    expect(trace.flush()).toEqual([]);
  });

  it('forgets links that are gone', () => {
    const trace = begun(5);
    for (let count = 0; count < 100; count++) {
      const room = trace.room(`link ${count}`);
      room(heard(`m${count}`, 'control'));
      room({ what: 'closed', by: 'self' });
      trace.flush();
    }
    expect(trace.size).toBe(0);
    expect(trace.people.length).toBeLessThan(10);
  });
});
