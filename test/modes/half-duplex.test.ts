import { describe, expect, it } from 'vitest';
import {
  answer,
  call,
  type Listening,
  type Talking,
  TurnSpent,
} from '../../lib/modes/half-duplex.ts';
import { judged, line, quiet } from './raw-peer.ts';

describe('a station', () => {
  it('refuses once a turn, and counts the rest', async () => {
    const made = line('callee');
    let listening = answer(made.connection);
    for (const turn of ['one', 'two']) {
      await made.peer.writes(`${turn}\na\nb\nc\n`);
      const talking = (await listening.hear()) as Talking;
      expect(talking.heard).toBe(turn);
      listening = await talking.say('Well.');
    }
    await quiet();
    const notYourTurn = '! Not your turn: wait for [station]';
    expect(made.peer.heard).toEqual([notYourTurn, 'Well.', notYourTurn, 'Well.']);
    const barged = ['a', 'b', 'c'].map(words => `${words}: out of turn`);
    expect(judged(made)).toEqual(['one', ...barged, 'two', ...barged]);
  });

  it('judges on arrival, not when the program gets round to listening', async () => {
    const made = line('callee');
    const listening = answer(made.connection);
    await made.peer.writes('Hi\n');
    await made.peer.writes('Anybody?\n');
    const talking = await listening.hear();
    const next = await talking?.say('Yes?');
    await made.peer.writes('Good\n');
    expect((await next?.hear())?.heard).toBe('Good');
  });

  it('takes // for a slash', async () => {
    const made = line('callee');
    const listening = answer(made.connection);
    await made.peer.writes('//tmp\n');
    expect((await listening.hear())?.heard).toBe('/tmp');
  });

  it('refuses a command that it does not know, and leaves the turn where it is', async () => {
    const made = line('callee');
    const listening = answer(made.connection);
    await made.peer.writes('/who\nHi\n/who\n');
    const unknown = '! Unknown command: /who (there is /quit; // says a slash)';
    expect(made.peer.heard).toEqual([unknown, unknown]);
    expect(judged(made)).toEqual([
      '/who: unknown command',
      'Hi',
      '/who: unknown command',
    ]);
    expect((await listening.hear())?.heard).toBe('Hi');
  });

  it('never cuts a character in two when it repeats a command', async () => {
    const made = line('callee');
    answer(made.connection);
    await made.peer.writes('/abcdefghijklmnopqrstuv😀😀😀\n');
    expect(made.peer.heard).toEqual([
      '! Unknown command: /abcdefghijklmnopqrstuv😀 (there is /quit; // says a slash)',
    ]);
    expect(judged(made)).toHaveLength(1);
  });

  it('answers what was said before a FIN, and then hears no more', async () => {
    const made = line('callee');
    const listening = answer(made.connection);
    await made.peer.writes('Hi\n');
    await made.peer.ends();
    const next = await (await listening.hear())?.say('Bye');
    expect(await next?.hear()).toBeUndefined();
    await quiet();
    expect(made.peer.heard).toEqual(['Bye']);
  });

  it('waits for nothing after a reset, no matter who has the turn', async () => {
    const made = line('callee');
    const listening = answer(made.connection);
    await made.peer.writes('Hi\n');
    const talking = await listening.hear();
    await made.peer.vanishes();
    const next = await talking?.say('Hello?');
    expect(await next?.hear()).toBeUndefined();
  });
});

describe('a caller', () => {
  it('speaks first, then hears, then speaks', async () => {
    const made = line('caller');
    const listening = await call(made.connection).say('Hi');
    await quiet();
    expect(made.peer.heard).toEqual(['Hi']);
    await made.peer.writes('[station] HI\n');
    const talking = await listening.hear();
    expect(talking?.heard).toBe('[station] HI');
    await talking?.say('Good');
    await quiet();
    expect(made.peer.heard).toEqual(['Hi', 'Good']);
  });

  it('does not hear a station that speaks without the turn, and does not answer back', async () => {
    const made = line('caller');
    const talking = call(made.connection);
    await made.peer.writes('[station] Welcome!\n');
    const listening = await talking.say('Hi');
    await made.peer.writes('[station] HI\n[station] HI again\n');
    expect((await listening.hear())?.heard).toBe('[station] HI');
    expect(judged(made)).toEqual([
      '[station] Welcome!: out of turn',
      '[station] HI',
      '[station] HI again: out of turn',
    ]);
    expect(made.peer.heard).toEqual(['Hi']);
  });

  it('takes notices and refusals at any time: they do not move the turn', async () => {
    const made = line('caller');
    const talking = call(made.connection);
    await made.peer.writes('* Hello\n! No\n');
    const listening = await talking.say('Hi');
    await made.peer.writes('! No\n* Hello\n[station] HI\n');
    expect((await listening.hear())?.heard).toBe('[station] HI');
  });

  it.each([
    ['FIN', 'ends'],
    ['RST', 'vanishes'],
  ] as const)('hears no more after %s', async (_, goes) => {
    const made = line('caller');
    const listening = await call(made.connection).say('Hi');
    await made.peer[goes]();
    expect(await listening.hear()).toBeUndefined();
  });

  it('does not take half a frame for an answer', async () => {
    const made = line('caller');
    const listening = await call(made.connection).say('Hi');
    await made.peer.writes('[station] H');
    await made.peer.ends();
    expect(await listening.hear()).toBeUndefined();
    expect(judged(made)).toEqual([': cut off by the end']);
  });
});

describe('a turn', () => {
  it('can be spoken in once', async () => {
    const talking = call(line('caller').connection);
    await talking.say('Hi');
    await expect(talking.say('Hi again')).rejects.toThrow(TurnSpent);
    await expect(talking.say('Hi again')).rejects.toThrow(
      'Cannot say: this turn is spent, use what the last call returned',
    );
  });

  it('can be listened in once', async () => {
    const made = line('callee');
    const listening = answer(made.connection);
    const heard = listening.hear();
    await expect(listening.hear()).rejects.toThrow(TurnSpent);
    await made.peer.writes('Hi\n');
    expect((await heard)?.heard).toBe('Hi');
  });

  it('has only the deeds of its phase: the others do not compile', () => {
    const listening = answer(line('callee').connection);
    const talking = call(line('caller').connection);
    expect(Object.keys(listening)).toEqual(['hear']);
    expect(Object.keys(talking)).toEqual(['heard', 'say']);
    async function neverRun(one: Listening, other: Talking) {
      // @ts-expect-error who listens cannot say
      await one.say('Hi');
      // @ts-expect-error who talks cannot hear
      await other.hear();
      const next = await one.hear();
      // @ts-expect-error the peer may have said its last: then there is no turn
      await next.say('Hi');
      // @ts-expect-error the turn is gone with the words
      (await other.say('Hi')).heard;
    }
    expect(neverRun).toBeTypeOf('function');
  });
});
