import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { byKeys, type Pace } from '../../lib/terminal/play/pace.ts';
import type { Test } from '../demos/program.ts';

/** A scene at a keyboard, and what its keys did that ends it. */
function watched(test: Test) {
  const keyboard = new PassThrough();
  const exits: string[] = [];
  const stream = Object.assign(keyboard, { setRawMode: () => keyboard });
  const pace = byKeys(stream as unknown as NodeJS.ReadStream, {
    leave: () => exits.push('left'),
    interrupt: signal => exits.push(signal),
  });
  test.onTestFinished(() => pace.close());
  return { pace, exits, press: (keys: string) => keyboard.emit('data', keys) };
}

/** Whether it goes on without another key. */
async function goesOn(pace: Pace): Promise<boolean> {
  const waits = Symbol();
  const later = new Promise(resolve => setImmediate(resolve, waits));
  return (await Promise.race([pace.key(), later])) !== waits;
}

it('each press of the space bar goes on once, however quickly they come', async test => {
  const { pace, press } = watched(test);
  press('  ');
  press(' ');
  const went = [];
  for (let rest = 0; rest < 4; rest++) went.push(await goesOn(pace));
  expect(went).toEqual([true, true, true, false]);
});

it.for(['\u001b[A', '\u001b[1;5C', '\u001bOP', '\u001b', 'é', '😀'])(
  'key %j goes on once',
  async (key, test) => {
    const { pace, press } = watched(test);
    press(key);
    expect([await goesOn(pace), await goesOn(pace)]).toEqual([true, false]);
  },
);

it('`a` needs no key any more', async test => {
  const { pace, press } = watched(test);
  const waiting = pace.key();
  press('a');
  await waiting;
  expect([await goesOn(pace), await goesOn(pace)]).toEqual([true, true]);
});

it.for([
  ['q', 'left'],
  ['\u0003', 'SIGINT'],
  ['\u001c', 'SIGQUIT'],
] as const)('%j ends the scene: %s', async ([key, exit], test) => {
  const { pace, press, exits } = watched(test);
  press(key);
  expect(exits).toEqual([exit]);
  expect(await goesOn(pace)).toBe(false);
});
