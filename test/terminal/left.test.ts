import { expect, it } from 'vitest';
import { played } from './caller.ts';
import { halfDuplexDemo, udpDemo } from './demos.ts';

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

it.each([
  ['is connected', halfDuplexDemo, 'connected to SERVER   Ctrl-D = leave'],
  ['has no connection over datagrams', udpDemo, 'talking to SERVER   Ctrl-D = leave'],
])('a person reads first that the client %s', async (_, demo, line) => {
  const { shown } = await played({
    demo,
    person: true,
    async does(server, here) {
      await here.ends();
      await server.ends();
    },
  });
  expect(shown[0]).toBe(line);
});
