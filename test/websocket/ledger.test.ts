import { describe, expect, it } from 'vitest';
import { SharedTrace } from '../../demos/websocket/shared-trace.ts';
import type { Observation, TraceEvent } from '../../lib/trace/event.ts';
import { Matcher } from '../../lib/trace/match.ts';
import { judge } from '../../lib/trace/verdict.ts';

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

/** Each received event must stand beside the sent one with the same words. */
function pairs(events: readonly TraceEvent[]): string[] {
  const matcher = new Matcher();
  for (const event of events) matcher.add(event);
  return events
    .filter(({ what }) => what === 'received')
    .map(event => `${matcher.of(event)?.text ?? 'nothing'} -> ${event.text}`);
}

describe('a ledger', () => {
  it('joins what the room saw with what a page says', () => {
    const ledger = new SharedTrace(() => 0, 300);
    const [a, b] = [ledger.room('a'), ledger.room('b')];
    for (const room of [a, b]) room({ what: 'opened', by: 'peer' });
    for (const link of ['a', 'b']) ledger.page(link, { what: 'opened', by: 'self' });
    a(heard('alice', 'control'));
    b(heard('bob', 'control'));
    ledger.page('a', said('alice', { kind: 'control' }));
    ledger.page('b', said('bob', { kind: 'control' }));
    ledger.page('a', said('Tea?'));
    ledger.page('b', said('Coffee?'));
    expect(ledger.settled).toBe(false);
    a(heard('Tea?'));
    b(said('[alice] Tea?', { of: { link: 'a', nth: 2 } }));
    b(heard('Coffee?'));
    a(said('[bob] Coffee?', { of: { link: 'b', nth: 2 } }));
    ledger.page('a', heard('[bob] Coffee?'));
    expect(ledger.settled).toBe(false);
    ledger.page('b', heard('[alice] Tea?'));
    expect(ledger.settled).toBe(true);
    expect(ledger.names).toEqual({ 'link 1': 'alice', 'link 2': 'bob' });
    const events = ledger.flush();
    expect(judge('full-duplex', events).result).toBe('shown');
  });

  it('waits for a page that is to tell, until it is given up, and again once it tells', () => {
    const ledger = new SharedTrace(() => 0, 300);
    const room = ledger.room('a', true);
    expect(ledger.settled).toBe(true);
    room(said('* Your name?'));
    expect(ledger.settled).toBe(false);
    ledger.giveUp();
    expect(ledger.settled).toBe(true);
    ledger.page('a', said('alice'));
    expect(ledger.settled).toBe(false);
    ledger.page('a', heard('* Your name?'));
    room(heard('alice'));
    expect(ledger.settled).toBe(true);
  });

  it('says nothing of addresses', () => {
    const ledger = new SharedTrace(() => 0, 300);
    ledger.room('192.0.2.1:5>127.0.0.1:1')(said('hi'));
    expect(JSON.stringify([ledger.flush(), ledger.names])).not.toContain('192.0.2.1');
  });

  it('matches right when it has begun anew while words were under way', () => {
    const ledger = new SharedTrace(() => 0, 43);
    const room = ledger.room('a');
    ledger.page('a', said('up 0'));
    for (let count = 0; count < 100; count++) {
      room(said(`down ${count}`));
      ledger.page('a', said(`up ${count + 1}`));
      room(heard(`up ${count}`));
      if (count >= 3) ledger.page('a', heard(`down ${count - 3}`));
    }
    ledger.flush();
    expect(ledger.epoch).toBeGreaterThan(5);
    expect(ledger.events.length).toBeLessThanOrEqual(43);
    const found = pairs(ledger.events);
    expect(found.length).toBeGreaterThan(0);
    for (const pair of found) {
      const [sent, received] = pair.split(' -> ');
      expect(sent).toBe(received);
    }
  });

  it('keeps where relayed words came from, counted in the present record', () => {
    const ledger = new SharedTrace(() => 0, 7);
    const [a, b] = [ledger.room('a'), ledger.room('b')];
    for (let nth = 1; nth <= 20; nth++) {
      a(heard(`words ${nth}`));
      b(said(`[alice] words ${nth}`, { of: { link: 'a', nth } }));
    }
    ledger.flush();
    const received = ledger.events.filter(({ what }) => what === 'received');
    const passedOn = ledger.events.filter(({ of }) => of !== undefined);
    expect(passedOn.length).toBeGreaterThan(1);
    for (const { of, text } of passedOn)
      expect(text).toBe(`[alice] ${received[(of?.nth ?? 0) - 1]?.text}`);
  });

  it('takes nothing for a link that it does not know', () => {
    const ledger = new SharedTrace(() => 0, 10);
    ledger.page('nobody', said('hi'));
    expect(ledger.flush()).toEqual([]);
  });

  it('forgets links that are gone', () => {
    const ledger = new SharedTrace(() => 0, 5);
    for (let count = 0; count < 100; count++) {
      const room = ledger.room(`link ${count}`);
      room(heard(`m${count}`, 'control'));
      room({ what: 'closed', by: 'self' });
    }
    expect(ledger.size).toBe(0);
    expect(Object.keys(ledger.names).length).toBeLessThan(10);
  });
});
