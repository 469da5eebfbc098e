import { describe, expect, it } from 'vitest';
import { logsOf } from '../../lib/trace/end-log.ts';
import { historyOf } from '../../lib/trace/history.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { report } from '../../lib/trace/verdict-line.ts';
import { Run } from '../view/run.ts';

/** Four in a room: two speak at the same time, and the room receives alice's word first. */
function spoken() {
  const run = new Run();
  for (const name of ['alice', 'bob', 'carol', 'dave']) run.connect(name, 'room');
  const tea = run.send('alice', 'room', 'Tea?');
  const coffee = run.send('bob', 'room', 'Coffee?');
  run.hear(tea).hear(coffee);
  return { run, tea, coffee };
}

type Word = 'tea' | 'coffee';

/** Who hears what, in which order. */
function heardBy(order: Readonly<Record<string, readonly Word[]>>): Run {
  const { run, ...words } = spoken();
  for (const [name, list] of Object.entries(order))
    for (const word of list) run.hear(run.relay(words[word], name));
  return run;
}

const lineOf = ({ events }: Run) => report(judge('full-duplex', events));

describe('one order', () => {
  it('means that everybody heard several messages in the order of the room', () => {
    const run = heardBy({ carol: ['tea', 'coffee'], dave: ['tea', 'coffee'] });
    expect(lineOf(run)).toMatch(/2 in, 4 out · .* · one order$/);
  });

  it('is not refuted by members that heard one message each', () => {
    expect(lineOf(heardBy({ carol: ['tea'], dave: ['coffee'], bob: ['tea'] }))).toMatch(
      / · one order$/,
    );
  });

  it.each([
    ['one of two', { carol: ['tea', 'coffee'], dave: ['coffee', 'tea'] }],
    ['the first of two', { carol: ['coffee', 'tea'], dave: ['tea', 'coffee'] }],
    ['all', { carol: ['coffee', 'tea'], dave: ['coffee', 'tea'] }],
  ] as const)('is refuted where %s heard another: several orders', (_, order) => {
    const run = heardBy(order);
    expect(judge('full-duplex', run.events).counts.oneOrder).toBe(false);
    expect(lineOf(run)).toMatch(/2 in, 4 out · .* · several orders$/);
  });
});

/** Two relays that tell each other. Alice is at A, and bob at B; carol and dave only listen. */
function atTwoRelays(order: Readonly<Record<string, readonly Word[]>>): Run {
  const run = new Run();
  const at = { alice: 'A', carol: 'A', bob: 'B', dave: 'B' } as const;
  for (const [name, relay] of Object.entries(at)) run.connect(name, relay);
  run.connect('A', 'B');
  const tea = run.send('alice', 'A', 'Tea?');
  const coffee = run.send('bob', 'B', 'Coffee?');
  run.hear(tea).hear(coffee);
  const [teaAtB, coffeeAtA] = [run.relay(tea, 'B'), run.relay(coffee, 'A')];
  run.hear(teaAtB).hear(coffeeAtA);
  const words = { carol: { tea, coffee: coffeeAtA }, dave: { tea: teaAtB, coffee } };
  for (const name of ['carol', 'dave'] as const)
    for (const word of order[name] ?? []) run.hear(run.relay(words[name][word], name));
  return run;
}

describe('one order at two relays', () => {
  it.each([
    ['carol and dave agree', ['tea', 'coffee'], ['tea', 'coffee'], true],
    ['they agree on the other', ['coffee', 'tea'], ['coffee', 'tea'], true],
    ['they do not agree', ['tea', 'coffee'], ['coffee', 'tea'], false],
    ['only one of them heard both', ['tea', 'coffee'], ['coffee'], true],
  ] as const)('%s', (_, carol, dave, oneOrder) => {
    const { events } = atTwoRelays({ carol, dave });
    expect(judge('full-duplex', events).counts.oneOrder).toBe(oneOrder);
  });

  it('is not kept by a relay that passes on one author in another order', () => {
    const run = new Run();
    for (const [name, relay] of Object.entries({ alice: 'A', bob: 'A', dave: 'B' }))
      run.connect(name, relay);
    run.connect('A', 'B');
    const [one, two] = [run.send('alice', 'A', '1'), run.send('alice', 'A', '2')];
    run.hear(one).hear(two);
    const [atB, first] = [run.relay(one, 'B'), run.relay(two, 'B')];
    run.hear(atB).hear(first);
    for (const word of [first, atB]) run.hear(run.relay(word, 'dave'));
    expect(judge('full-duplex', run.events).counts.oneOrder).toBe(false);
  });
});

describe('a record of people who speak through a relay', () => {
  const said = () => {
    const { run, tea } = spoken();
    return run.hear(run.relay(tea, 'dave'));
  };
  const without = (run: Run, ...ends: string[]) =>
    run.events.filter(event => !ends.includes(event.end));

  it('is complete if both ends of every link recorded it', () => {
    expect(judge('full-duplex', said().events).complete).toBe(true);
  });

  it.each([[['carol']], [['bob', 'carol']], [['room']]])(
    'is undecided without the record of %j, whatever the other links have',
    ends => {
      expect(judge('full-duplex', without(said(), ...ends))).toMatchObject({
        result: 'undecided',
        complete: false,
      });
    },
  );

  it('has one conversation for each two people', () => {
    const { events } = heardBy({ carol: ['tea'], bob: ['tea'], alice: ['coffee'] });
    const { conversations } = historyOf(logsOf([{ name: 'run', events }]).logs);
    expect(
      conversations.map(({ caller, callee, heard }) => [caller, callee, heard.length]),
    ).toEqual([
      ['alice', 'bob', 2],
      ['alice', 'carol', 1],
    ]);
  });

  it('counts as not heard what was passed on to nobody, and what was refused', () => {
    const run = heardBy({ carol: ['tea'] });
    const lost = run.send('carol', 'room', 'Milk?');
    run.refuse(lost, 'too long');
    const { unheard } = judge('full-duplex', run.events).counts;
    const numbers = run.events.filter(
      ({ text, what }) => what === 'sent' && (text === 'Coffee?' || text === 'Milk?'),
    );
    expect(unheard.map(({ seen, fate }) => [seen.event.n, fate])).toEqual([
      [numbers[0]?.n, 'passed on to nobody'],
      [numbers[1]?.n, 'rejected'],
    ]);
  });

  it('says of nobody that they were not heard, if only the room kept a record', () => {
    const { events } = heardBy({ bob: ['tea'], carol: ['tea', 'coffee'] });
    const own = events.filter(({ end }) => end === 'room');
    expect(judge('full-duplex', own).counts.unheard).toEqual([]);
  });

  it('does not take a word that its listener refused for one that was heard', () => {
    const { run, tea } = spoken();
    run.refuse(run.relay(tea, 'dave'), 'not UTF-8');
    expect(judge('full-duplex', run.events).counts).toMatchObject({
      heard: 0,
      said: 0,
    });
  });

  it('does not take a word that is still on its way for one that was heard', () => {
    const { run, tea } = spoken();
    run.relay(tea, 'dave');
    expect(judge('full-duplex', run.events).counts).toMatchObject({
      heard: 0,
      said: 0,
    });
  });
});
