import { expect, it } from 'vitest';
import { played } from './caller.ts';
import { roomDemos } from './demos.ts';

it('a message that is too long to be shown is reported immediately, and only once', async () => {
  const [, demo] = roomDemos;
  const { warned, says, shown } = await played({
    demo,
    flags: { name: 'alice' },
    async does(server) {
      await server.writes('* Your name?\n');
      const long = `[bob] ${'x'.repeat(20_000)}\n`;
      await server.writes(
        `* In the room: alice\n${long}${long}[bob] short\n* Goodbye\n`,
      );
      await server.ends();
    },
  });
  expect(warned).toEqual(['not shown: a message over the limit of 16384 bytes']);
  expect(says).toBe('not shown: 2 messages over the limit of 16384 bytes');
  expect(shown).toContain('[bob] short');
});
