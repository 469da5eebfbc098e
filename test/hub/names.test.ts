import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Names } from '../../lib/hub/names.ts';
import { anyCharacter } from '../character.ts';

const bad = '! Bad name: 1 to 24 of A-Z a-z 0-9 _ -, a letter first. Your name?';

it.each(['a', 'Z', 'alice', 'a_b-C9', 'x'.repeat(24), 'constructor', 'hasOwnProperty'])(
  'takes %j',
  name => {
    expect(new Names().take(name)).toBeUndefined();
  },
);

it.each([
  '',
  ' ',
  '9lives',
  '_',
  '-',
  '__proto__',
  'two words',
  'alice ',
  'x'.repeat(25),
  'café',
  'a\ufffd',
  'a\n',
  '/quit',
])('refuses %j, and says what a name is', name => {
  expect(new Names().take(name)).toBe(bad);
});

it.each(['server', 'System', 'ADMIN', 'station', 'room', 'exchange', 'You'])(
  'keeps %j for itself',
  name => {
    expect(new Names().take(name)).toBe(`! Reserved name: ${name}. Your name?`);
  },
);

it('gives a name once, in whatever case, until it is released', () => {
  const names = new Names();
  names.take('Alice');
  expect(names.take('aLICE')).toBe('! Taken: aLICE is here already. Your name?');
  names.release('ALICE');
  expect(names.take('alice')).toBeUndefined();
});

it('takes, of any text at all, only what the rule allows', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 8 }), name => {
      const taken = new Names().take(name) === undefined;
      expect(taken).toBe(
        /^[a-z][a-z0-9_-]{0,23}$/i.test(name) &&
          !/^(server|system|admin|station|room|exchange|you)$/i.test(name),
      );
    }),
  );
});
