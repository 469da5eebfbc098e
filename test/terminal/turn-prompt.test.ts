import { describe, expect, it } from 'vitest';
import { played } from './caller.ts';
import { halfDuplexDemo, roomDemos } from './demos.ts';

const notSent = 'not your turn: not sent';

describe('words that a person types out of turn', () => {
  it('are not sent, and not kept for the next turn', async () => {
    const { sent, code } = await played({
      demo: halfDuplexDemo,
      person: true,
      async does(server, here) {
        expect(here.prompt).toBe('speak>  ');
        await here.types('one');
        expect(here.prompt).toBe('listen> ');
        await here.types('Are you there?');
        expect(here.shown.at(-1)).toBe(notSent);
        await server.writes('[station] 1\n');
        expect(here.prompt).toBe('speak>  ');
        await here.types('two');
        await server.writes('[station] 2\n');
        await here.types('/quit');
        await server.ends();
      },
    });
    expect(sent).toEqual(['one', 'two', '/quit']);
    expect(code).toBe(0);
  });

  it('are what comes after the first line of a paste; a command keeps its place', async () => {
    const { sent, shown } = await played({
      demo: halfDuplexDemo,
      person: true,
      async does(server, here) {
        await here.types('one', 'two', 'three', '/quit');
        await server.ends();
      },
    });
    expect(sent).toEqual(['one', '/quit']);
    expect(shown.filter(line => line === notSent)).toHaveLength(2);
  });

  it('do not exist without turns', async () => {
    const [, demo] = roomDemos;
    const { sent } = await played({
      demo,
      person: true,
      flags: { name: 'alice' },
      async does(server, here) {
        await server.writes('* Your name?\n');
        await server.writes('* In the room: alice\n');
        await here.types('one', 'two', '/quit');
        await server.ends();
      },
    });
    expect(sent).toEqual(['alice', 'one', 'two', '/quit']);
  });
});
