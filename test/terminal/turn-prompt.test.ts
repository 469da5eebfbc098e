import { describe, expect, it } from 'vitest';
import { played } from './caller.ts';
import { halfDuplexDemo, roomDemos, simplexDemo } from './demos.ts';

const waits = 'waits for your turn';
const blank = 'not sent: a blank line';
const isNews = (line: string) => /^(waits|sent now|not sent)/.test(line);

describe('a blank line of a person', () => {
  it('is not sent, and leaves the turn where it is', async () => {
    const { sent, shown } = await played({
      demo: halfDuplexDemo,
      person: true,
      async does(server, here) {
        await here.types('', ' \t ');
        expect(here.prompt).toBe('speak>  ');
        await here.types('one');
        expect(server.heard).toEqual(['one']);
        await server.ends();
      },
    });
    expect(sent).toEqual(['one']);
    expect(shown.filter(isNews)).toEqual([blank, blank]);
  });

  it.each(roomDemos)('is not sent in $name either', async demo => {
    const { sent, shown } = await played({
      demo,
      person: true,
      async does(server, here) {
        await server.writes('* Your name?\n');
        await here.types('alice');
        await here.types('');
        await server.writes('* In the room: alice\n[bob] Your name?\n');
        await here.types(' ', 'hello', '/quit');
        await server.ends();
      },
    });
    expect(sent).toEqual(['alice', 'hello', '/quit']);
    expect(shown.filter(isNews)).toEqual([blank, blank]);
  });

  it('is sent if it comes from a pipe', async () => {
    const { sent } = await played({
      demo: simplexDemo,
      input: ['one', '', 'two'],
      does: server => server.ends(),
    });
    expect(sent).toEqual(['one', '', 'two']);
  });
});

describe('words that a person types out of turn', () => {
  it('are shown as waiting, and again when they are sent', async () => {
    const { sent, shown, code } = await played({
      demo: halfDuplexDemo,
      person: true,
      async does(server, here) {
        expect(here.prompt).toBe('speak>  ');
        await here.types('one');
        expect(here.prompt).toBe('listen> ');
        await here.types('Are you there?');
        expect(here.shown.at(-1)).toBe(waits);
        await server.writes('[station] 1\n');
        expect(here.shown.slice(-2)).toEqual([
          '[station] 1',
          'sent now: Are you there?',
        ]);
        expect(here.prompt).toBe('listen> ');
        await server.writes('[station] yes\n');
        expect(here.prompt).toBe('speak>  ');
        await here.types('/quit');
        await server.writes('* Goodbye\n');
        await server.ends();
      },
    });
    expect(sent).toEqual(['one', 'Are you there?', '/quit']);
    expect(shown.filter(isNews)).toEqual([waits, 'sent now: Are you there?']);
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
    expect(shown.filter(isNews)).toEqual([
      waits,
      waits,
      'not sent: two',
      'not sent: three',
    ]);
  });

  it('all go out before a person leaves with Ctrl-D', async () => {
    const { sent, shown, code } = await played({
      demo: halfDuplexDemo,
      person: true,
      async does(server, here) {
        await here.types('one', 'two', 'three');
        await here.ends();
        for (const answer of ['1', '2', '3'])
          await server.writes(`[station] ${answer}\n`);
        await server.ends();
      },
    });
    expect(sent).toEqual(['one', 'two', 'three']);
    expect(shown.filter(isNews)).toEqual([
      waits,
      waits,
      'sent now: two',
      'sent now: three',
    ]);
    expect(code).toBe(0);
  });

  it('cannot send what is not text to the terminal', async () => {
    const { shown } = await played({
      demo: halfDuplexDemo,
      person: true,
      async does(server, here) {
        await here.types('one', 'a\u001b[2Jb');
        await server.ends();
      },
    });
    expect(shown.at(-1)).toBe('not sent: a\ufffd[2Jb');
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
