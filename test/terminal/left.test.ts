import { expect, it } from 'vitest';
import { played } from './caller.ts';
import { halfDuplexDemo } from './demos.ts';

it.each([
  ['sees that Ctrl-D worked, for the station says nothing', [], 'left'],
  ['sees the goodbye of the station, and nothing more', ['* Goodbye'], '* Goodbye'],
])('a person at a client of half-duplex %s', async (_, lines, last) => {
  const { shown } = await played({
    demo: halfDuplexDemo,
    person: true,
    async does(server, here) {
      await here.ends();
      for (const line of lines) await server.writes(`${line}\n`);
      await server.ends();
    },
  });
  expect(shown.at(-1)).toBe(last);
});
