import { expect, it } from 'vitest';
import { view } from '../../lib/view/style.ts';
import { Run } from './run.ts';

function picture(run: Run): string[] {
  const lanes = ['alice', 'exchange', 'bob'];
  const ladder = view('ladder', { mode: 'full-duplex', lanes });
  return [...ladder.head(), ...ladder.draw(run.batch())];
}

it('draws what an exchange tells both in one row, with both numbers at the outer ends', () => {
  const run = new Run()
    .say('exchange', 'bob', '* Paired with alice', 'notice')
    .say('exchange', 'alice', '* Paired with bob', 'notice')
    .vanish('alice', 'exchange')
    .say('exchange', 'bob', '* alice is gone', 'notice');
  expect(picture(run)).toEqual([
    '       alice                        exchange                          bob',
    '    3→4  │◀╌╌╌╌╌ * Paired with bob ╌╌╌╌╌│╌╌╌╌ * Paired with alice ╌╌╌╌▶│ 1→2',
    '    5→6  ✗╌╌╌╌╌╌╌╌╌╌╌╌ RST ╌╌╌╌╌╌╌╌╌╌╌╌▶│╌╌╌╌╌╌ * alice is gone ╌╌╌╌╌╌▶│ 7→8',
  ]);
});

it('gives a row each to what reaches an exchange from both sides, and to every message', () => {
  const run = new Run()
    .connect('alice', 'exchange')
    .connect('bob', 'exchange')
    .say('exchange', 'alice', '[bob] Tea?')
    .say('exchange', 'bob', '[alice] Tea?');
  expect(picture(run)).toHaveLength(5);
});

it('gives a row each to two of which the one is not the reason for the other', () => {
  const run = new Run();
  const goodbye = run.send('exchange', 'alice', '* You left bob', 'notice');
  run.say('bob', 'exchange', '/to carol', 'control').hear(goodbye);
  expect(picture(run)).toHaveLength(3);
});

it('tells below what has no room in the row, once if both are told the same', () => {
  const words = '* The exchange closes in a minute';
  const run = new Run()
    .say('exchange', 'bob', words, 'notice')
    .say('exchange', 'alice', words, 'notice');
  expect(picture(run).slice(1)).toEqual([
    '    3→4  │◀╌ * The exchange closes in… ╌│╌ * The exchange closes in… ╌▶│ 1→2',
    `         │ ${words}                           │`,
  ]);
});
