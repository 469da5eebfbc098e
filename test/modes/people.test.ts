import { describe, expect, it } from 'vitest';
import { introduce, visit } from '../../lib/modes/people.ts';
import { judged, limit, line, quiet } from './raw-peer.ts';

/** Alice's name is taken, Bob's is free. */
const take = (name: string) => (name === 'alice' ? '! Taken: alice' : undefined);

function introduced() {
  const made = line('callee');
  const names: (string | undefined)[] = [];
  void introduce(made.connection, take).then(name => names.push(name));
  return { ...made, made, names };
}

describe('an introduction', () => {
  it('asks for a name, and takes the first line for it', async () => {
    const { peer, names, connection } = introduced();
    await quiet();
    expect(peer.heard).toEqual(['* Your name?']);
    await peer.writes('bob\nHi\n/quit\n//tmp\n');
    expect(names).toEqual(['bob']);
    const three = Array.from({ length: 3 }, () => connection.receive());
    expect(await Promise.all(three)).toMatchObject([
      { kind: 'message', text: 'Hi' },
      { kind: 'control', text: '/quit' },
      { kind: 'message', text: '/tmp' },
    ]);
  });

  it('asks again for a name that is not taken, with the reason', async () => {
    const { peer, names, made } = introduced();
    await peer.writes('alice\n');
    expect(names).toEqual([]);
    expect(peer.heard).toEqual(['* Your name?', '! Taken: alice']);
    await peer.writes('bob\n');
    expect(names).toEqual(['bob']);
    expect(judged(made)).toEqual(['alice: no name', 'bob']);
  });

  it('gives the name in one form, whatever form it came in', async () => {
    const { peer, names } = introduced();
    await peer.writes('Zoe\u0308\n');
    expect(names).toEqual(['Zo\u00eb']);
  });

  it('distinguishes messages from commands only after the name', async () => {
    const { peer, told } = introduced();
    await peer.writes('bob\nHi\n/who\n//who\n');
    const kinds = told
      .filter(({ what }) => what === 'received')
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['control', 'message', 'control', 'message']);
  });

  it.each(['ends', 'vanishes'] as const)(
    'is without a name when the peer %s',
    async how => {
      const { peer, names } = introduced();
      await peer[how]();
      expect(names).toEqual([undefined]);
    },
  );

  it('keeps the name of a person who leaves right after giving it', async () => {
    const { peer, names } = introduced();
    await peer.writes('bob\n');
    await peer.ends();
    expect(names).toEqual(['bob']);
  });

  it('goes on after bytes that are not UTF-8', async () => {
    const { peer, names } = introduced();
    await peer.writes(Uint8Array.from([0xff, 10]));
    expect(peer.heard.at(-1)).toBe('! Rejected: not UTF-8');
    expect(peer.ended).toBe(false);
    await peer.writes('bob\n');
    expect(names).toEqual(['bob']);
  });

  it('ends the visit of a person who says too much, and says so', async () => {
    const { peer, names } = introduced();
    await peer.writes(`${'x'.repeat(limit + 1)}\nbob\n`);
    expect(peer.heard.at(-1)).toBe(`! Too long: over the limit of ${limit} bytes`);
    expect(peer.ended).toBe(true);
    expect(names).not.toContain('bob');
  });
});

describe('an introduction where others decide about the name', () => {
  function asked() {
    const made = line('callee');
    const names: (string | undefined)[] = [];
    const decide: ((obstacle: string | undefined) => void)[] = [];
    const take = () =>
      new Promise<string | undefined>(resolve => void decide.push(resolve));
    void introduce(made.connection, take).then(name => names.push(name));
    return { made, names, decide };
  }

  it('hears nothing more until it is decided, and then what was said meanwhile', async () => {
    const { made, names, decide } = asked();
    await made.peer.writes('bob\nHi\n');
    expect([names, judged(made)]).toEqual([[], ['bob']]);
    decide[0]?.(undefined);
    await quiet();
    expect([names, judged(made)]).toEqual([['bob'], ['bob', 'Hi']]);
    expect(await made.connection.receive()).toMatchObject({
      kind: 'message',
      text: 'Hi',
    });
  });

  it('takes the next line for a name if it is refused', async () => {
    const { made, names, decide } = asked();
    await made.peer.writes('alice\nbob\n');
    decide[0]?.('! Taken: alice');
    await quiet();
    expect(made.peer.heard).toEqual(['* Your name?', '! Taken: alice']);
    expect(made.told.findLast(({ what }) => what === 'sent')?.kind).toBe('refusal');
    decide[1]?.(undefined);
    await quiet();
    expect(names).toEqual(['bob']);
  });
});

describe('a visit', () => {
  it('hears notices, refusals and words in their order, each as what it is', async () => {
    const made = line('caller');
    const room = visit(made.connection);
    await made.peer.writes('* Hello\n! No\n[bob] Hi\n');
    const three = Array.from({ length: 3 }, () => room.receive());
    expect(await Promise.all(three)).toMatchObject([
      { kind: 'notice', text: '* Hello' },
      { kind: 'refusal', text: '! No' },
      { kind: 'message', text: '[bob] Hi' },
    ]);
    expect(
      made.told.flatMap(({ what, kind }) => (what === 'received' ? [kind] : [])),
    ).toEqual(['notice', 'refusal', 'message']);
  });

  it('says nothing of what it cannot read, and listens on', async () => {
    const made = line('caller');
    const room = visit(made.connection);
    await made.peer.writes(Uint8Array.from([0xff, 10]));
    await made.peer.writes('* Hello\n');
    expect((await room.receive())?.text).toBe('* Hello');
    expect(made.peer.heard).toEqual([]);
    expect(judged(made)[0]).toBe(': not UTF-8');
  });
});
