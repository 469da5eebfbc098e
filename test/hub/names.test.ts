import { expect, it } from 'vitest';
import { Names } from '../../lib/hub/names.ts';

const bad =
  '! Invalid name: use 1 to 24 letters, digits, _ or -, a letter first, from one alphabet, at most 64 bytes. Your name?';

it.each(['alice', 'Zoë', '小明', '__proto__x'.slice(2)])('takes %j', name => {
  expect(new Names().take(name)).toBeUndefined();
});

it.each(['', '__proto__', 'alice ', 'x'.repeat(25), '\u0430lice', '/quit'])(
  'refuses %j, and says what a name is',
  name => {
    expect(new Names().take(name)).toBe(bad);
  },
);

it.each([
  'server',
  'System',
  'ADMIN',
  'station',
  'room',
  'exchange',
  'You',
  'ｙｏｕ',
  '\u017ferver',
])('keeps %j for itself', name => {
  expect(new Names().take(name)).toBe(`! Reserved name: ${name}. Your name?`);
});

it.each([
  ['Alice', 'aLICE'],
  ['Straße', 'STRASSE'],
  ['alice', 'ａｌｉｃｅ'],
])('gives %j once, until %j is released', (name, again) => {
  const names = new Names();
  names.take(name);
  expect(names.take(again)).toBe(`! Taken: ${again} is here already. Your name?`);
  names.release(again);
  expect(names.take(name)).toBeUndefined();
});
