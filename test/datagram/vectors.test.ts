import { describe, expect, it } from 'vitest';
import type { Packet } from '../../lib/datagram/packet.ts';
import { readPacket } from '../../lib/datagram/read-packet.ts';
import type { Port } from '../../lib/transport/udp/port.ts';
import { knowsNoTalks } from './first-edition.ts';
import { atMember } from './vector-member.ts';
import { inRoom } from './vector-room.ts';
import { type Outcome, type Vector, vectors } from './vectors.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** A word in the words of the vectors. */
function told(word: Packet | undefined): unknown {
  if (word === undefined) return null;
  const { nth, last, words, heartbeat, ...rest } = word as Record<string, unknown>;
  const number = nth ?? last;
  const { period, missed } = (heartbeat ?? {}) as Record<string, number>;
  return {
    ...rest,
    ...(number !== undefined && { number }),
    ...(words !== undefined && { words: Buffer.from(words as Uint8Array).toString() }),
    ...(period !== undefined && { seconds: period / 1_000, count: missed }),
  };
}

const expected = ({ out, heard, after }: Vector): Outcome => ({ out, heard, after });

describe('docs/protocol-vectors.json', () => {
  it.each(vectors.words)('a word: $datagram', ({ datagram, is }) => {
    expect(told(readPacket(bytes(datagram)))).toEqual(is);
  });

  it.each(vectors.room)('a room: $rule', async vector => {
    expect(await inRoom(vector, vectors.states.room)).toEqual(expected(vector));
  });

  it.each(vectors.member)('a member: $rule', async vector => {
    expect(await atMember(vector, vectors.states.member)).toEqual(expected(vector));
  });
});

/** Takes each message for a sign that its sender is there, as if it had given the last mark back. */
function trustsMessages(port: Port): Port {
  const marks = new Map<string, string>();
  return {
    ...port,
    send(datagram, to) {
      const [beat] = /^beat \w+ [a-z]+/.exec(Buffer.from(datagram).toString()) ?? [];
      if (beat !== undefined) marks.set(to, beat);
      port.send(datagram, to);
    },
    start: hear =>
      port.start((datagram, from) => {
        hear(datagram, from);
        const beat = marks.get(from);
        if (beat !== undefined) hear(Buffer.from(beat), from);
      }),
  };
}

/** Believes every number: it goes there by steps that are small enough. */
function believesNumbers(port: Port): Port {
  return {
    ...port,
    start: hear =>
      port.start((datagram, from) => {
        const word = Buffer.from(datagram).toString();
        const [, talk, number] = /^say (\w{8}) (\d+)/.exec(word) ?? [];
        const far = Math.min(Number(number ?? 0), 5_000);
        for (let nth = 1_000; nth < far; nth += 1_000)
          hear(Buffer.from(`beat ${talk} ${nth}`), from);
        hear(datagram, from);
      }),
  };
}

type Role = 'room' | 'member';

/** The rules that it breaks. */
async function broken(role: Role, wrong: (port: Port) => Port): Promise<string[]> {
  const run = role === 'room' ? inRoom : atMember;
  const rules: string[] = [];
  for (const vector of vectors[role]) {
    const outcome = await run(vector, vectors.states[role], wrong);
    if (JSON.stringify(outcome) !== JSON.stringify(expected(vector)))
      rules.push(vector.rule);
  }
  return rules;
}

it.each<[string, Role, (port: Port) => Port, string]>([
  ['knows no talks', 'room', knowsNoTalks, 'another talk ends nobody'],
  ['knows no talks', 'member', knowsNoTalks, 'a bare who? ends nobody'],
  ['trusts messages', 'room', trustsMessages, 'a message keeps no place'],
  [
    'believes numbers',
    'room',
    believesNumbers,
    '1,001 above is ignored: the highest stays',
  ],
  [
    'believes numbers',
    'member',
    believesNumbers,
    '1,001 above is ignored: nobody is deafened',
  ],
])('the vectors convict an end that %s, as a %s', async (_, role, wrong, rule) => {
  expect(await broken(role, wrong)).toContain(rule);
  expect(await broken(role, port => port)).toEqual([]);
});
