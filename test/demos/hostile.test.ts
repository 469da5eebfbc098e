import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { server, type Test } from './program.ts';
import { call } from './raw.ts';

/** Control characters but LF, which ends lines, and what turns the direction of text. */
const unclean = /[^\P{Cc}\n]|\p{Bidi_Control}|[\u2028\u2029]/u;

const nasty = 'a\u0000b\u001b[31mred\u0007\u009b1m\u202eevil\u2066\u061c\u2028\tend';
const cleaned = 'a\ufffdb\ufffd[31mred\ufffd\ufffd1m\ufffdevil\ufffd\ufffd\ufffd end';

const say = async (test: Test, port: number, ...turns: (string | Uint8Array)[]) => {
  const caller = await call(test, port);
  for (const words of turns) caller.write(words);
  caller.end();
  return await caller.all;
};

describe.concurrent('what a stranger sends', () => {
  it('reaches the screen of the receiver without control or bidi characters', async test => {
    const receiver = await server(test, 'simplex');
    await say(test, receiver.port, `${nasty}\n`, Buffer.of(0xff, 10));
    await receiver.out.until('* sender 1 has ended\n');
    expect(receiver.out.text).toContain(`\n${cleaned}\n`);
    expect(receiver.out.text).toContain('\n! Rejected: not UTF-8\n');
    expect(receiver.out.text).not.toMatch(unclean);
  });

  it('comes back from the station without them, and cannot look like its own words', async test => {
    takesLong(test);
    const station = await server(test, 'half-duplex');
    const caller = await call(test, station.port);
    for (const words of [nasty, '* The station closes', '! Full', '[station] hi']) {
      caller.write(`${words}\n`);
      await caller.heard.until(`[station] ${words.toUpperCase().slice(0, 1)}`);
      await station.out.until(`[caller 1] ${words.slice(0, 1)}`);
    }
    const heard = caller.heard.text;
    expect(heard).not.toMatch(unclean);
    expect(heard.match(/^[*!] /gm)).toBeNull();
    expect(station.out.text).not.toMatch(unclean);
    expect(station.out.text.match(/^[*!] /gm)).toBeNull();
    caller.write(`${'x'.repeat(32_768)}\n`);
    caller.end();
    expect(await caller.all).toBe(`${heard}! Too long: over the limit of 4096 bytes\n`);
  });

  it.for([
    ['simplex', '--canned-replies', (words: string) => `Welcome!\nHello, ${words}!\n`],
    [
      'half-duplex',
      '--max-message 20000',
      (words: string) => `[station] ${words.toUpperCase()}\n`,
    ],
  ] as const)(
    'is answered at the limit itself: %s %s',
    async ([name, flags, reply], test) => {
      takesLong(test);
      const { port } = await server(test, name, flags);
      const words = '\u0390'.repeat(flags.includes('20000') ? 10_000 : 2_048);
      expect(await say(test, port, `${words}\n`)).toBe(reply(words));
    },
  );

  it.for(['simplex', 'half-duplex'] as const)(
    'does not bring the server of %s down',
    async (name, test) => {
      if (name === 'simplex') takesLong(test);
      const { port, out, err } = await server(test, name);
      const calls = await Promise.all(
        Array.from({ length: 30 }, () => call(test, port)),
      );
      for (const [index, caller] of calls.entries()) {
        caller.write('half a li');
        if (index % 3 === 0) caller.reset();
        if (index % 3 === 1) caller.end();
        if (index % 3 === 2) caller.write('ne\n'.repeat(1_000));
      }
      const last = await call(test, port);
      for (const byte of Buffer.from('h\u00e9llo there\r\n'))
        last.write(Buffer.of(byte));
      await out.until('h\u00e9llo there\n');
      expect(err.text).toBe('');
    },
  );
});
