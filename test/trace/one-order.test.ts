import { describe, expect, it } from 'vitest';
import { merged } from '../../lib/trace/one-order.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';

describe('lists', () => {
  it.each<[string[], string | undefined]>([
    [[], ''],
    [['abc', 'abc'], 'abc'],
    [['ac', 'bc'], 'abc'],
    [['ab', 'ac', 'bd', 'cd'], 'abcd'],
    [['ab', 'ba'], undefined],
    [['ab', 'bc', 'ca'], undefined],
    [['xab', 'ba'], undefined],
  ])('%j fit into one: %s', (lists, one) => {
    expect(merged(lists.map(list => [...list]))?.join('')).toBe(one);
  });
});

/** Alice and bob are at A, carol and dave at B. The two relays tell each other. */
function atTwoRelays(): Run {
  const run = new Run();
  for (const name of ['alice', 'bob']) run.connect(name, 'A');
  for (const name of ['carol', 'dave']) run.connect(name, 'B');
  return run.connect('A', 'B');
}

/** A gets tea before coffee, and tells B of the two in this order. Carol at B says something too. */
function heardBy(order: readonly ('tea' | 'coffee')[]): boolean {
  const run = atTwoRelays();
  const said = {
    tea: run.send('alice', 'A', 'Tea?'),
    coffee: run.send('bob', 'A', 'Coffee?'),
  };
  const milk = run.send('carol', 'B', 'Milk?');
  run.hear(said.tea).hear(said.coffee).hear(milk);
  for (const word of order) {
    const copy = run.relay(said[word], 'B');
    run.hear(copy).hear(run.relay(copy, 'dave'));
  }
  run.hear(run.relay(milk, 'dave'));
  return judge('full-duplex', run.events).counts.oneOrder;
}

describe('one order of several relays', () => {
  it('is the order in which the first relay received the messages', () => {
    expect(heardBy(['tea', 'coffee'])).toBe(true);
    expect(heardBy(['coffee', 'tea'])).toBe(false);
  });

  it('has no place for what a relay says itself', () => {
    const run = new Run().connect('alice', 'room').connect('bob', 'room');
    const [tea, milk] = [
      run.send('alice', 'room', 'Tea?'),
      run.send('alice', 'room', 'Milk?'),
    ];
    run.hear(tea).hear(milk);
    run
      .hear(run.relay(tea, 'bob'))
      .say('room', 'bob', 'Hello')
      .hear(run.relay(milk, 'bob'));
    const { oneOrder, heard } = judge('full-duplex', run.events).counts;
    expect({ oneOrder, heard }).toEqual({ oneOrder: true, heard: 3 });
  });
});
