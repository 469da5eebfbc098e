import { describe, expect, it } from 'vitest';
import {
  judge,
  type Mode,
  type TraceEvent,
  type Verdict,
} from '../../lib/trace/index.ts';
import { linkOf, Run } from '../view/run.ts';
import { numbered } from './history.ts';

const oneWay = () =>
  new Run()
    .connect('sender', 'receiver')
    .end('receiver', 'sender')
    .say('sender', 'receiver', 'Michael');
const call = () => new Run().connect('alice', 'station');
const question = () => call().say('alice', 'station', 'Hi');
const answered = () => question().say('station', 'alice', 'HI');

const refuse = (run: Run, from: string, to: string): Run =>
  run.refuse(run.send(from, to, 'Hello??'), 'out of turn');

const onlyOf = (end: string, { events }: Run): TraceEvent[] =>
  events.filter(event => event.end === end);

describe('a run that keeps its mode', () => {
  it.each<[Mode, Verdict['result'], string, Run]>([
    ['simplex', 'shown', 'one message', oneWay()],
    ['simplex', 'kept', 'not a word', new Run().connect('sender', 'receiver')],
    [
      'simplex',
      'kept',
      'only a word that was refused',
      refuse(call(), 'alice', 'station'),
    ],
    [
      'simplex',
      'shown',
      'notices and refusals back',
      oneWay()
        .say('receiver', 'sender', '* Hi', 'notice')
        .say('receiver', 'sender', '! No', 'refusal'),
    ],
    ['half-duplex', 'shown', 'a question and its answer', answered()],
    ['half-duplex', 'kept', 'a question alone', question()],
    ['half-duplex', 'kept', 'nothing', new Run()],
    [
      'half-duplex',
      'shown',
      'a refused word out of turn',
      refuse(question(), 'alice', 'station').say('station', 'alice', 'HI'),
    ],
    [
      'half-duplex',
      'shown',
      'a refused word in turn: the turn stays',
      refuse(call(), 'alice', 'station')
        .say('alice', 'station', 'Hi')
        .say('station', 'alice', 'HI'),
    ],
    [
      'half-duplex',
      'shown',
      'a word that was refused takes no turn',
      refuse(question(), 'alice', 'station')
        .say('station', 'alice', 'HI')
        .say('alice', 'station', 'Good'),
    ],
    [
      'half-duplex',
      'shown',
      'notices, refusals and control at any time',
      answered()
        .say('station', 'alice', '* Hi', 'notice')
        .say('station', 'alice', '! No', 'refusal')
        .say('alice', 'station', '/who', 'control')
        .say('alice', 'station', 'Good'),
    ],
    [
      'half-duplex',
      'kept',
      'a word that never arrived',
      (() => {
        const run = question();
        run.send('alice', 'station', 'Hello?');
        return run;
      })(),
    ],
    ['full-duplex', 'shown', 'a crossing', call().cross('alice', 'station', 'a', 'b')],
    ['full-duplex', 'kept', 'both ways, but one after the other', answered()],
    [
      'full-duplex',
      'kept',
      'a crossing of notices',
      (() => {
        const run = call();
        const [a, b] = [
          run.send('alice', 'station', 'a'),
          run.send('station', 'alice', '* b', 'notice'),
        ];
        return run.hear(a).hear(b);
      })(),
    ],
  ])('%s is %s by %s', (mode, result, _, run) => {
    expect(judge(mode, run.events)).toMatchObject({ mode, result, proved: true });
    expect(judge(mode, run.events).offence).toBeUndefined();
  });
});

describe('a run that breaks its mode', () => {
  it.each<[Mode, string, Run, number, string]>([
    [
      'simplex',
      'a reply',
      oneWay().say('receiver', 'sender', 'Thanks'),
      7,
      'the receiver spoke at 7',
    ],
    [
      'simplex',
      'a reply that the sender refused',
      refuse(oneWay(), 'receiver', 'sender'),
      7,
      'the receiver spoke at 7',
    ],
    [
      'simplex',
      'a reply that never arrived',
      (() => {
        const run = oneWay();
        run.send('receiver', 'sender', 'Thanks');
        return run;
      })(),
      7,
      'the receiver spoke at 7',
    ],
    [
      'half-duplex',
      'a crossing',
      question().cross('alice', 'station', 'Hello??', 'HI'),
      5,
      "alice spoke at 5, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'the caller again, and she is heard',
      question().say('alice', 'station', 'Hello??'),
      5,
      "alice spoke at 5, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'two words before the first arrived',
      (() => {
        const run = call();
        const [a, b] = [
          run.send('alice', 'station', 'Hi'),
          run.send('alice', 'station', 'Hello?'),
        ];
        return run.hear(a).hear(b);
      })(),
      4,
      "alice spoke at 4, the turn was the station's since 3",
    ],
    [
      'half-duplex',
      'the station again',
      answered().say('station', 'alice', 'And?'),
      7,
      "the station spoke at 7, the turn was alice's since 6",
    ],
    [
      'half-duplex',
      'the station first',
      call().say('station', 'alice', 'Welcome'),
      3,
      "the station spoke at 3, the turn was alice's from the start",
    ],
    [
      'half-duplex',
      'a word after a refused one, still without the turn',
      refuse(question(), 'alice', 'station').say('alice', 'station', 'Hello?'),
      7,
      "alice spoke at 7, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'two who both waited long enough',
      (() => {
        const run = answered();
        return run.cross('station', 'alice', 'Well?', 'Good');
      })(),
      7,
      "the station spoke at 7, the turn was alice's since 6",
    ],
  ])('%s by %s', (mode, _, run, n, why) => {
    const { result, proved, offence } = judge(mode, run.events);
    expect({ result, proved, n: offence?.event.n, why: offence?.why }).toEqual({
      result: 'broken',
      proved: true,
      n,
      why,
    });
  });

  it('is convicted for the first offence on any of its links', () => {
    const run = call().connect('bob', 'station').say('station', 'bob', 'Hi');
    run.say('station', 'alice', 'Hi');
    expect(judge('half-duplex', run.events).offence?.why).toBe(
      "the station spoke at 5, the turn was bob's from the start",
    );
  });

  it('is not convicted of full-duplex, whatever it does', () => {
    const run = answered()
      .say('station', 'alice', 'And?')
      .cross('alice', 'station', 'a', 'b');
    expect(judge('full-duplex', run.events).result).toBe('shown');
  });
});

describe('what was not heard', () => {
  it('is counted beside, by the number of whoever said it', () => {
    const run = refuse(question(), 'alice', 'station').say('station', 'alice', 'HI');
    expect(judge('half-duplex', run.events).counts).toMatchObject({
      heard: 2,
      turns: 2,
      notHeard: [5],
    });
  });

  it('is a message: notices, refusals and control that are refused are not counted', () => {
    const run = question();
    for (const kind of ['notice', 'refusal', 'control'] as const)
      run.refuse(run.send('alice', 'station', '/who', kind), 'unknown command');
    expect(judge('half-duplex', run.events).counts.notHeard).toEqual([]);
  });

  it('has the number of its refusal where nobody recorded that it was said', () => {
    const run = refuse(question(), 'alice', 'station');
    expect(judge('half-duplex', onlyOf('station', run)).counts.notHeard).toEqual([6]);
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
    expect(firstCrossings.map(([m, n]) => [m.sent.n, n.sent.n])).toEqual([
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
    const counts = judge(
      'half-duplex',
      events,
      new Map([[linkOf('alice', 'station'), bytes]]),
    ).counts;
    expect(counts).toMatchObject({ bytesThere: 20, bytesBack: 3, elapsed: 1 });
    expect(judge('half-duplex', []).counts.elapsed).toBe(0);
  });

  it('do not list what two say at once by the ten thousand', {
    timeout: 30_000,
  }, () => {
    const place = { link: 'x', kind: 'message' } as const;
    const said = (end: string) =>
      ({ ...place, end, what: 'sent', by: 'self' }) as const;
    const came = (end: string) =>
      ({ ...place, end, what: 'received', by: 'peer' }) as const;
    const words = Array.from({ length: 10_000 });
    const events = numbered([
      { what: 'opened', by: 'self', end: 'alice', link: 'x' },
      ...words.flatMap(() => [said('alice'), said('bob')]),
      ...words.flatMap(() => [came('alice'), came('bob')]),
    ]);
    expect(judge('full-duplex', events)).toMatchObject({
      result: 'shown',
      counts: { crossings: 100_000_000, heard: 20_000 },
    });
  });
});

describe('from one end', () => {
  const ends = ['alice', 'station'];
  it.each(ends)('%s cannot show what both can', end => {
    const run = answered();
    expect(judge('half-duplex', run.events).result).toBe('shown');
    for (const mode of ['half-duplex', 'full-duplex', 'simplex'] as const) {
      const verdict = judge(
        mode,
        onlyOf('station', question().cross('alice', 'station', 'a', 'b')),
      );
      expect(verdict.result).not.toBe('shown');
    }
    expect(judge('half-duplex', onlyOf(end, run))).toMatchObject({
      result: 'kept',
      proved: false,
    });
  });

  it('is one of several links enough to prove nothing', () => {
    const run = answered().connect('bob', 'station').say('bob', 'station', 'Hi');
    const events = run.events.filter(event => event.end !== 'bob');
    expect(judge('half-duplex', events)).toMatchObject({
      result: 'kept',
      proved: false,
    });
  });

  it.each<[Mode, string, string, Run, string]>([
    [
      'simplex',
      'the receiver',
      'what it said',
      oneWay().say('receiver', 'sender', 'Thanks'),
      'the receiver spoke at 7',
    ],
    [
      'simplex',
      'the sender',
      'what it heard',
      oneWay().say('receiver', 'sender', 'Thanks'),
      'the other end was heard at 8',
    ],
    [
      'simplex',
      'the sender',
      'what it refused',
      refuse(oneWay(), 'receiver', 'sender'),
      'the other end was heard at 8',
    ],
    [
      'half-duplex',
      'the station',
      'two words in a row',
      question().say('alice', 'station', 'Hello?'),
      "the other end was heard at 6, the turn was the station's since 4",
    ],
    [
      'half-duplex',
      'alice',
      'a greeting before she spoke',
      call().say('station', 'alice', 'Welcome'),
      "the other end was heard at 4, the turn was alice's from the start",
    ],
    [
      'half-duplex',
      'alice',
      'two answers',
      answered().say('station', 'alice', 'And?'),
      "the other end was heard at 8, the turn was alice's since 6",
    ],
  ])('%s: %s alone convicts %s', (mode, end, _, run, why) => {
    const verdict = judge(mode, onlyOf(end.replace('the ', ''), run));
    expect(verdict).toMatchObject({ result: 'broken', proved: true, offence: { why } });
  });

  it.each<[string, string, Run]>([
    [
      'the station cannot see a crossing that it read late',
      'station',
      question().cross('alice', 'station', 'Hello??', 'HI'),
    ],
    [
      'alice cannot tell whether her second word was heard',
      'alice',
      question().say('alice', 'station', 'Hello?'),
    ],
  ])('%s', (_, end, run) => {
    expect(judge('half-duplex', run.events).result).toBe('broken');
    expect(judge('half-duplex', onlyOf(end, run))).toMatchObject({
      result: 'kept',
      proved: false,
    });
  });
});
