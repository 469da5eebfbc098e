import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';
import { hears, isReset, resets, says } from './finding.ts';
import { numbered } from './history.ts';

type Own = Omit<TraceEvent, 'n' | 'at' | 'end' | 'link'>;

const opens = { what: 'opened', by: 'self' } as const;
const isOpened = { what: 'opened', by: 'peer' } as const;
const rejects = {
  what: 'refused',
  by: 'peer',
  kind: 'message',
  reason: 'not UTF-8',
} as const;
const passesOn = (nth: number, link = 'alice') =>
  ({ ...says('[alice]'), of: { link, nth } }) as const;

const alice = (...events: Own[]) =>
  events.map(event => ({ ...event, end: 'alice', link: 'alice' }));
const room = (link: 'alice' | 'bob', ...events: Own[]) =>
  events.map(event => ({ ...event, end: 'room', link }));
const bob = (...events: Own[]) =>
  events.map(event => ({ ...event, end: 'bob', link: 'bob' }));

/** Alice and bob are in the room; then the given things happen. */
const inTheRoom = (...events: ReturnType<typeof alice>[]) =>
  numbered([
    ...alice(opens),
    ...room('alice', isOpened),
    ...bob(opens),
    ...room('bob', isOpened),
    ...events.flat(),
  ]);

/** Alice says it, and the room receives it. */
const takes = (text: string) => [...alice(says(text)), ...room('alice', hears(text))];
/** The room passes on the nth that it received from alice, and bob hears that. */
const hearsOf = (nth: number) => [
  ...room('bob', passesOn(nth)),
  ...bob(hears('[alice]')),
];
const again = [
  ...alice(resets),
  ...room('alice', isReset),
  ...alice(opens),
  ...room('alice', isOpened),
];

/** The words of alice that reached bob, by the names that she gave them. */
const reached = (events: readonly TraceEvent[]) => {
  const { counts } = judge('full-duplex', events);
  const lost = counts.unheard.map(({ seen }) => seen.event.text);
  return events
    .filter(({ end, what, text }) => {
      return end === 'alice' && what === 'sent' && !lost.includes(text);
    })
    .map(({ text }) => text);
};

describe('a relayed word', () => {
  it('is the nth that the relay received: what it refused does not count', () => {
    const events = inTheRoom(
      [...alice(says('x')), ...room('alice', rejects)],
      takes('a'),
      hearsOf(1),
    );
    expect(reached(events)).toEqual(['a']);
  });

  it('is the nth that arrived, although another was sent first', () => {
    const [a, b] = [
      { ...says('a'), nth: 1 },
      { ...says('b'), nth: 2 },
    ] as const;
    const late = [
      { ...hears('b'), nth: 2 },
      { ...hears('a'), nth: 1 },
    ] as const;
    const both = [...alice(a, b), ...room('alice', ...late)];
    expect(reached(inTheRoom(both, hearsOf(1)))).toEqual(['b']);
    expect(reached(inTheRoom(both, hearsOf(2)))).toEqual(['a']);
  });

  it.each([
    [
      'the second call has said nothing yet',
      inTheRoom(takes('a'), again, hearsOf(1)),
      ['a'],
    ],
    [
      'the second call says something later',
      inTheRoom(takes('a'), again, hearsOf(1), takes('b')),
      ['a'],
    ],
    [
      'the second call has said something',
      inTheRoom(takes('a'), again, takes('b'), hearsOf(1)),
      ['b'],
    ],
  ])('belongs to the latest call that had it: %s', (_, events, words) => {
    expect(reached(events)).toEqual(words);
  });

  it.each([
    ['it received only one', passesOn(2)],
    ['there is no such link', passesOn(1, 'carol')],
  ])('without a source makes the record incomplete: %s', (_, word) => {
    const events = inTheRoom(takes('a'), room('bob', word), bob(hears('[alice]')));
    expect(judge('simplex', events)).toMatchObject({
      result: 'undecided',
      why: 'the room sent 7, and no record shows where it came from',
      complete: false,
    });
  });

  it('is looked for only where something was sent: noise that was refused has no source', () => {
    const events = inTheRoom(takes('a'), room('alice', rejects), hearsOf(1));
    expect(judge('simplex', events)).toMatchObject({ result: 'kept', complete: true });
  });
});

/** Alice says a word to a room of four. What becomes of its copies is still open. */
function copies() {
  const run = new Run();
  for (const name of ['alice', 'bob', 'carol', 'dave']) run.connect(name, 'room');
  const tea = run.send('alice', 'room', 'Tea?');
  run.hear(tea);
  return { run, to: (name: string) => run.relay(tea, name) };
}

const unheardIn = ({ events }: Run) =>
  judge('full-duplex', events).counts.unheard.map(({ seen, fate }) => [
    seen.event.text,
    fate,
  ]);

describe('a word of which no copy was heard', () => {
  it('is counted once, with the worst of the fates that its copies had', () => {
    const { run, to } = copies();
    run.refuse(to('bob'), 'not UTF-8');
    to('carol');
    run.add({ what: 'closed', by: 'self', end: 'carol', link: 'carol-room' });
    expect(unheardIn(run)).toEqual([['Tea?', 'rejected']]);
  });

  it('may still be heard while one of the copies is on its way', () => {
    const { run, to } = copies();
    run.refuse(to('bob'), 'not UTF-8');
    to('carol');
    expect(unheardIn(run)).toEqual([]);
  });
});
