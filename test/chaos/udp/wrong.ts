import { createHmac } from 'node:crypto';
import { udp } from '../../../demos/udp/demo.ts';
import { DatagramRoom, type DatagramRoomOptions } from '../../../demos/udp/room.ts';
import { serve } from '../../../demos/udp/server.ts';
import type { Connection } from '../../../lib/connection/connection.ts';
import type { Wire, WireEvents } from '../../../lib/connection/wire.ts';
import { readPacket } from '../../../lib/datagram/read-packet.ts';
import { makeToken } from '../../../lib/datagram/token.ts';
import type { Member } from '../../../lib/hub/member.ts';
import { demo } from '../../../lib/terminal/programs/demo.ts';
import type { Port } from '../../../lib/transport/udp/port.ts';
import { knowsNoTalks } from '../../datagram/first-edition.ts';
import type { Parts } from './chaos.ts';

// Right, but for one thing each: the room, the window of numbers, the gate, the beats.

class SendsBack extends DatagramRoom {
  override say(author: Member, words: string): void {
    super.say(author, words);
    author.connection.trySend(`[${author.name}] ${words}`);
  }
}

class ForgetsNobody extends DatagramRoom {
  override leave({ connection }: Member): void {
    connection.dismiss('* Goodbye', 'notice');
  }
}

/** The words are there, and nobody is told whose they are. */
class PassesAsIs extends DatagramRoom {
  readonly #members = new Set<Member>();

  override enter(connection: Connection): Member | undefined {
    const member = super.enter(connection);
    if (member) this.#members.add(member);
    return member;
  }

  override say(author: Member, words: string): void {
    for (const member of this.#members)
      if (member !== author) member.connection.trySend(words);
  }
}

const room = (
  Wrong: new (options: DatagramRoomOptions) => DatagramRoom,
): Partial<Parts> => ({
  program: demo({
    ...udp,
    serve: (connections, { clock, flags }) =>
      serve(
        connections,
        new Wrong({ clock, newestOnly: false, limit: flags.maxMessage }),
      ),
  }),
});

/** Its wires tell otherwise what they hear. */
const wires = (but: (events: WireEvents) => Partial<WireEvents>): Partial<Parts> => ({
  wire(wire: Wire) {
    const start = wire.start.bind(wire);
    return Object.assign(wire, {
      start: (events: WireEvents) =>
        start({
          chunk: (bytes, arrival) => events.chunk(bytes, arrival),
          missing: count => events.missing?.(count),
          drained() {},
          ended: () => events.ended(),
          reset: () => events.reset(),
          closed: () => events.closed(),
          ...but(events),
        }),
    });
  },
});

const digest = (text: string): string =>
  createHmac('sha256', 'key').update(text).digest('hex');

/** A token that an address shows again is made one that it has not shown. */
function takesTokensAgain(port: Port): Port {
  const shown = new Map<string, number>();
  const meant = (bytes: Uint8Array, from: string): Uint8Array => {
    const packet = Buffer.from(bytes).toString('latin1');
    const [, token, rest] = /^join (\w{20})( .*)$/s.exec(packet) ?? [];
    if (token === undefined) return bytes;
    const times = shown.get(`${from} ${token}`) ?? 0;
    shown.set(`${from} ${token}`, times + 1);
    const made = Number.parseInt(token.slice(0, 8), 36) + times;
    if (times === 0) return bytes;
    return Buffer.from(`join ${makeToken(from, made, digest)}${rest}`, 'latin1');
  };
  return {
    ...port,
    start: (hear, refused) =>
      port.start((bytes, from) => hear(meant(bytes, from), from), refused),
  };
}

/** By what it does, and what convicts it. */
export const wrong: Record<string, readonly [Partial<Parts>, RegExp]> = {
  'sends back': [room(SendsBack), / heard its own words/],
  'forgets nobody': [room(ForgetsNobody), /was never let in: ! (Taken|Full)/],
  'passes words as they are': [room(PassesAsIs), / heard a forged line: word \d+/],
  'hears repeats': [
    wires(events => ({
      repeated: (bytes, nth) => events.chunk(bytes, { nth, late: false }),
    })),
    / heard word \d+ after word \d+/,
  ],
  'takes what is late for the next': [
    wires(events => ({
      chunk: (bytes, arrival) =>
        events.chunk(bytes, { nth: arrival?.nth ?? 0, late: false }),
    })),
    / heard word \d+ after word \d+/,
  ],
  'tells no gap': [wires(() => ({ missing() {} })), /nothing was reported as missing/],
  'answers what is not of the grammar': [
    {
      port: port => ({
        ...port,
        start: hear =>
          port.start((bytes, from) => {
            if (readPacket(bytes) === undefined) port.send(Buffer.from('who?\n'), from);
            hear(bytes, from);
          }),
      }),
    },
    /whispers: was answered/,
  ],
  'takes the token of another address': [
    { sign: text => digest(text.split(' ')[0] ?? '') },
    /forgesTokens: came in with a token that was not for its address/,
  ],
  'takes used tokens': [
    { port: takesTokensAgain },
    /usesTokenAgain: came in twice with one token/,
  ],
  'knows no talks': [
    { port: knowsNoTalks },
    /heard ("who\? |word|late|nothing|\d+ after)|got no bye|was not told/,
  ],
  'waits for the silent for ever': [
    { heartbeat: { period: 1_000, missed: 1_000 } },
    /was never let in: ! (Taken|Full)/,
  ],
};
