import { expect, it } from 'vitest';
import { view } from '../../lib/view/style.ts';
import { Run } from './run.ts';

const lanes = ['alice', 'room', 'bob'];
const draw = (run: Run) =>
  view('ladder', { lanes, mode: 'full-duplex' }).draw(run.batch());

function introduce(run: Run, name: string): Run {
  return run
    .connect(name, 'room')
    .say('room', name, '* Your name?', 'notice')
    .say(name, 'room', name, 'control')
    .say('room', name, '* In the room: alice', 'notice');
}

it('shows who connects, and under which name, in one row', () => {
  expect(draw(introduce(new Run(), 'alice'))).toEqual([
    '      1  │╌╌╌╌╌╌ alice connects ╌╌╌╌╌╌╌▶│ 2-8                          │',
  ]);
});

it('shows the welcome too where something else came before it', () => {
  const run = new Run().connect('alice', 'room');
  run
    .say('room', 'alice', '* Your name?', 'notice')
    .say('alice', 'room', 'alice', 'control')
    .say('room', 'bob', '* alice joined', 'notice')
    .say('room', 'alice', '* Hello', 'notice');
  expect(draw(run)[0]).toMatch(/ alice connects .*▶│ 2-6 /);
});

it('sums up what one end alone has recorded', () => {
  const run = introduce(new Run(), 'alice');
  const events = run.events
    .filter(({ end }) => end === 'room')
    .map((event, nth) => ({ ...event, n: nth + 1 }));
  const picture = view('ladder', { mode: 'full-duplex', lanes, peerOf: () => 'alice' });
  expect(picture.draw(events)).toEqual([
    '         │╌╌╌╌╌╌ alice connects ╌╌╌╌╌╌╌▶│ 1-4                          │',
  ]);
});

it('shows every step where a name was refused', () => {
  const run = new Run()
    .connect('bob', 'room')
    .say('room', 'bob', '* Your name?', 'notice');
  run.say('bob', 'room', 'alice', 'control').say('room', 'bob', '! Taken', 'refusal');
  expect(draw(run)).toHaveLength(4);
});

it('shows every step where something else came between', () => {
  const run = new Run().connect('alice', 'room');
  run.connect('bob', 'room').say('room', 'alice', '* Your name?', 'notice');
  run
    .say('alice', 'room', 'alice', 'control')
    .say('room', 'alice', '* Hello', 'notice');
  expect(draw(run)).toHaveLength(5);
});
