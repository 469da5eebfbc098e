import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { takesLong } from '../long.ts';
import { linkOf } from '../view/run.ts';
import { numbered } from './history.ts';
import { answered, call, onlyOf, question, refuse } from './runs.ts';

describe('what was not heard', () => {
  it('is counted separately, by the number of its sender', () => {
    const run = refuse(question(), 'alice', 'station').say('station', 'alice', 'HI');
    expect(judge('half-duplex', run.events).counts).toMatchObject({
      heard: 2,
      turns: 2,
      unheard: [{ seen: { event: { n: 5 } }, fate: 'rejected' }],
    });
  });

  it('is a message: notices, refusals and control that are refused are not counted', () => {
    const run = question();
    for (const kind of ['notice', 'refusal', 'control'] as const)
      run.refuse(run.send('alice', 'station', '/who', kind), 'unknown command');
    expect(judge('half-duplex', run.events).counts.unheard).toEqual([]);
  });

  it('has the number of its refusal where nobody recorded that it was said', () => {
    const run = refuse(question(), 'alice', 'station');
    expect(judge('half-duplex', onlyOf('station', run)).counts.unheard).toMatchObject([
      { seen: { event: { n: 6 } }, fate: 'rejected' },
    ]);
  });
});

describe('the counts', () => {
  it('count messages, turns and those that went back, over all links', () => {
    const run = answered().say('alice', 'station', 'Good');
    run.connect('bob', 'station').say('bob', 'station', 'a').say('bob', 'station', 'b');
    run.say('station', 'bob', '* Hi', 'notice');
    expect(judge('full-duplex', run.events).counts).toMatchObject({
      heard: 5,
      heardBack: 1,
      turns: 4,
      crossings: 0,
    });
  });

  it('name the first crossings, and count them all', () => {
    const run = call();
    const there = [1, 2, 3].map(text => run.send('alice', 'station', `${text}`));
    const back = [1, 2, 3].map(text => run.send('station', 'alice', `${text}`));
    for (const flight of [...there, ...back]) run.hear(flight);
    const { crossings, firstCrossings } = judge('full-duplex', run.events).counts;
    expect(crossings).toBe(9);
    expect(firstCrossings.map(([m, n]) => [m.sent.event.n, n.sent.event.n])).toEqual([
      [3, 6],
      [3, 7],
      [3, 8],
    ]);
  });

  it('count bytes by way, and time from the first said to the last heard', () => {
    const bytes = new Map([
      ['alice', { out: 20, in: 0 }],
      ['station', { out: 3, in: 20 }],
    ]);
    const { events } = question();
    const traffic = new Map([[linkOf('alice', 'station'), bytes]]);
    const { counts } = judge('half-duplex', events, { traffic });
    expect(counts).toMatchObject({ bytesThere: 20, bytesBack: 3, elapsed: 1 });
    expect(judge('half-duplex', []).counts.elapsed).toBe(0);
  });

  it('count no bytes where nobody counted those of the ends', () => {
    const link = linkOf('alice', 'station');
    const proxy = new Map([['proxy', { out: 20, in: 3 }]]);
    for (const traffic of [new Map(), new Map([[link, proxy]])])
      expect(judge('simplex', question().events, { traffic }).counts).toMatchObject({
        bytesThere: 0,
        bytesBack: 0,
      });
  });

  it('leave the traffic that they were given as it was', () => {
    const traffic = new Map();
    judge('simplex', question().events, { traffic });
    expect(traffic.size).toBe(0);
  });

  it('take the bytes from the chunks in a record that nobody counted', () => {
    const place = {
      what: 'chunk',
      n: 0,
      at: 0,
      link: linkOf('alice', 'station'),
    } as const;
    const chunks: TraceEvent[] = [
      { ...place, end: 'alice', by: 'self', size: 2 },
      { ...place, end: 'alice', by: 'self', size: 1 },
      { ...place, end: 'station', by: 'peer', size: 3 },
      { ...place, end: 'station', by: 'self', size: 4 },
    ];
    const { counts } = judge('simplex', [...question().events, ...chunks]);
    expect(counts).toMatchObject({ bytesThere: 3, bytesBack: 4 });
  });

  it.each([
    ['alice', 5, 7],
    ['station', 4, 9],
  ])(
    'take from the record of %s alone what it sent and what it received',
    (end, there, back) => {
      const place = {
        what: 'chunk',
        n: 0,
        at: 0,
        link: linkOf('alice', 'station'),
      } as const;
      const chunks: TraceEvent[] = [
        { ...place, end: 'alice', by: 'self', size: 5 },
        { ...place, end: 'alice', by: 'peer', size: 7 },
        { ...place, end: 'station', by: 'peer', size: 4 },
        { ...place, end: 'station', by: 'self', size: 9 },
      ];
      const events = [...answered().events, ...chunks].filter(
        event => event.end === end,
      );
      expect(judge('full-duplex', events).counts).toMatchObject({
        bytesThere: there,
        bytesBack: back,
      });
    },
  );

  it('count as back what goes to the end that may speak', () => {
    const bytes = new Map([
      ['alice', { out: 20, in: 3 }],
      ['station', { out: 3, in: 20 }],
    ]);
    const run = answered().say('alice', 'station', 'Good');
    const traffic = new Map([[linkOf('alice', 'station'), bytes]]);
    const counts = (from: string) =>
      judge('simplex', run.events, { from, traffic }).counts;
    expect(counts('alice')).toMatchObject({
      heardBack: 1,
      bytesThere: 20,
      bytesBack: 3,
    });
    expect(counts('station')).toMatchObject({
      heardBack: 2,
      bytesThere: 3,
      bytesBack: 20,
    });
  });

  it('do not list simultaneous words by the ten thousand', test => {
    takesLong(test);
    const place = { link: 'x', kind: 'message' } as const;
    const said = (end: string) =>
      ({ ...place, end, what: 'sent', by: 'self' }) as const;
    const came = (end: string) =>
      ({ ...place, end, what: 'received', by: 'peer' }) as const;
    const words = Array.from({ length: 10_000 });
    const events = numbered([
      { what: 'opened', by: 'self', end: 'alice', link: 'x' },
      { what: 'opened', by: 'peer', end: 'bob', link: 'x' },
      ...words.flatMap(() => [said('alice'), said('bob')]),
      ...words.flatMap(() => [came('alice'), came('bob')]),
    ]);
    expect(judge('full-duplex', events)).toMatchObject({
      result: 'shown',
      counts: { crossings: 100_000_000, heard: 20_000 },
    });
  });
});
