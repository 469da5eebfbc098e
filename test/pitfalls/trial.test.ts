import { expect, it } from 'vitest';
import { Ear } from '../../demos/pitfalls/trial/ear.ts';
import { Trial } from '../../demos/pitfalls/trial/trial.ts';

async function connecting(file: string): Promise<string> {
  const trial = new Trial({ file: `test/demos/fixture/${file}.ts`, patience: 10 });
  try {
    await trial.connect('alice');
    return 'connected';
  } catch (error) {
    return String(error);
  } finally {
    await trial.close();
  }
}

it.each([
  ['spins', 'found "ready"'],
  ['throws', 'found "(the end)" TypeError: no server'],
])('a program that %s does not count as convicted', async (file, found) => {
  const expected = 'Error: expected the program to print its port first,';
  expect((await connecting(file)).trimEnd()).toBe(`${expected} ${found}`);
});

it('a line that is late is heard when it is asked for again', async () => {
  const ear = new Ear(1);
  expect(await ear.next()).toBe('(nothing)');
  ear.take(Buffer.from('Tea?\nMilk'));
  ear.take(Buffer.from('?\n\u001b[2J\n'));
  expect([await ear.next(), await ear.next(), await ear.next()]).toEqual([
    ...['Tea?', 'Milk?', '\ufffd[2J'],
  ]);
  ear.close('(the end)');
  expect([await ear.next(), await ear.next()]).toEqual(['(the end)', '(the end)']);
});
