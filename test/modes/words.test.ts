import { expect, it } from 'vitest';
import {
  asksForName,
  beginning,
  fromPerson,
  fromServer,
  isGoodbye,
} from '../../lib/modes/words.ts';
import { halfDuplexDemo, roomDemos } from '../terminal/demos.ts';

it.each([
  ['Hi', 'message', 'Hi'],
  ['', 'message', ''],
  ['/quit', 'control', '/quit'],
  ['/', 'control', '/'],
  ['//tmp', 'message', '/tmp'],
  ['///', 'message', '//'],
  ['* Hi', 'message', '* Hi'],
  [' /quit', 'message', ' /quit'],
])('takes %j from a person for a %s: %j', (line, kind, text) => {
  expect(fromPerson(line)).toEqual({ kind, text });
});

it.each([
  ['* Hi', 'notice'],
  ['! No', 'refusal'],
  ['[alice] * Hi', 'message'],
  ['*Hi', 'message'],
  ['!', 'message'],
  ['/quit', 'message'],
  ['', 'message'],
])('takes %j from a server for a %s', (line, kind) => {
  expect(fromServer(line)).toBe(kind);
});

it.each([
  ['/who', '/who'],
  ['x'.repeat(25), 'x'.repeat(24)],
  ['\u{1f600}'.repeat(25), '\u{1f600}'.repeat(24)],
])('repeats of %j no more than 24 whole characters', (text, begun) => {
  expect(beginning(text)).toBe(begun);
});

it.each([
  ...[halfDuplexDemo, ...roomDemos].map(({ goodbye }) => goodbye ?? ''),
  '* Goodbye',
  '* The station hangs up',
])('takes %j for a goodbye', line => {
  expect(isGoodbye(line)).toBe(true);
});

it.each([
  '* bob joined (2 here)',
  '* In the room: Goodbye',
  '! The room closes',
  '[bob] * Goodbye',
  '* Goodbye, bob',
])('does not take %j for a goodbye', line => {
  expect(isGoodbye(line)).toBe(false);
});

it.each([
  ['* Your name?', true],
  ['! Taken: somebody is here by that name. Your name?', true],
  ['* Your name? bob', false],
  ['! No name: it took too long', false],
])('takes %j for a question for a name: %s', (line, asks) => {
  expect(asksForName(line)).toBe(asks);
});
