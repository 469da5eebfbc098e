import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { byKeys, keyHelp, type Pace } from '../../lib/terminal/play/pace.ts';
import type { Test } from '../demos/program.ts';

/** A scene at a keyboard, and what its keys did that ends it. */
function watched(test: Test) {
  const keyboard = new PassThrough();
  const exits: string[] = [];
  const shown: string[] = [];
  const stream = Object.assign(keyboard, { setRawMode: () => keyboard });
  const pace = byKeys(stream as unknown as NodeJS.ReadStream, {
    leave: () => exits.push('left'),
    interrupt: signal => exits.push(signal),
    show: line => shown.push(line),
  });
  test.onTestFinished(() => pace.close());
  return { pace, exits, shown, press: (keys: string) => keyboard.emit('data', keys) };
}

/** Whether it has settled, without another key. */
async function isOver(waiting: Promise<void>): Promise<boolean> {
  const waits = Symbol();
  const later = new Promise(resolve => setImmediate(resolve, waits));
  return (await Promise.race([waiting, later])) !== waits;
}

const goesOn = (pace: Pace): Promise<boolean> => isOver(pace.key());

it('each press of the space bar goes on once, however quickly they come', async test => {
  const { pace, press } = watched(test);
  press('  ');
  press(' ');
  const went = [];
  for (let rest = 0; rest < 4; rest++) went.push(await goesOn(pace));
  expect(went).toEqual([true, true, true, false]);
});

it.for(['\u001b[A', '\u001b[1;5C', '\u001bOP', '\u001b', 'é', '😀', 'x'])(
  'key %j does nothing',
  async (key, test) => {
    const { pace, press } = watched(test);
    press(key);
    expect(await goesOn(pace)).toBe(false);
  },
);

it('`p` holds a rest until space, and only that one', async test => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  test.onTestFinished(() => void vi.useRealTimers());
  const { pace, press, shown } = watched(test);
  const held = pace.rest(1_000);
  press('p');
  vi.advanceTimersByTime(60_000);
  expect(await isOver(held)).toBe(false);
  expect(shown).toEqual(['held: press space to continue']);
  press(' ');
  expect(await isOver(held)).toBe(true);
  const next = pace.rest(1_000);
  vi.advanceTimersByTime(1_000);
  expect(await isOver(next)).toBe(true);
});

it('`?` lists the keys', test => {
  const { press, shown } = watched(test);
  press('?');
  expect(shown).toEqual([keyHelp]);
});

it('a question waits for a key, however long', async test => {
  const { pace } = watched(test);
  expect(await isOver(pace.key())).toBe(false);
});

it('`a` finishes this scene only', async test => {
  const { pace, press } = watched(test);
  press('a');
  expect(await goesOn(pace)).toBe(true);
  pace.begin();
  expect(await goesOn(pace)).toBe(false);
});

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
