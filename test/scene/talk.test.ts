import { expect, it } from 'vitest';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { talkOf } from '../../lib/scene/script/talk.ts';

const scene = `title: What is said?
mode: full-duplex

alice, bob connect
alice says /who
at once:
  alice says Tea?
  bob says Coffee?
alice hears [bob] Coffee?
bob hears * In the…
alice ends
verdict full-duplex
`;

const room = {
  server: 'room',
  said: (line: string) =>
    line.startsWith('/') ? ('control' as const) : ('message' as const),
  heard: (line: string) =>
    line.startsWith('*') ? ('notice' as const) : ('message' as const),
};

it('knows of a scene what will be said, to whom, before it is played', () => {
  const talk = talkOf(parseScene('a.scene', scene), room);
  expect(
    talk.map(({ from, to, kind, label }) => [from, to, kind, label.trim()]),
  ).toEqual([
    ['alice', 'room', 'connect', 'alice connects'],
    ['bob', 'room', 'connect', 'bob connects'],
    ['alice', 'room', 'control', '/who'],
    ['alice', 'room', 'message', 'Tea?'],
    ['bob', 'room', 'message', 'Coffee?'],
    ['room', 'alice', 'message', '[bob] Coffee?'],
    ['room', 'bob', 'notice', '* In the'],
  ]);
});

it('keeps room for the end of a line that is not written out', () => {
  const label = talkOf(parseScene('a.scene', scene), room).at(-1)?.label ?? '';
  expect(label.length).toBeGreaterThan('* In the'.length + 10);
});
