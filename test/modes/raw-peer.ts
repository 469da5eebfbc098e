import { Connection } from '../../lib/connection/connection.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { lines, text } from '../../lib/framing/index.ts';
import type { Observation } from '../../lib/trace/event.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';

/** The longest message here, in bytes. */
export const limit = 128;

/** One end in a mode's hands, and at the other a peer that keeps no rule at all. */
export interface Line {
  readonly connection: Connection;
  readonly peer: RawPeer;
  /** What the connection told of itself. */
  readonly told: Observation[];
}

export class RawPeer {
  /** The lines that have come. */
  readonly heard: string[] = [];
  /** Bytes that have come. */
  received = 0;
  ended = false;
  reset = false;
  readonly #wire;

  constructor(wire: ReturnType<typeof memoryLink>[0]) {
    this.#wire = wire;
    const decoder = text(lines({ maxPayload: 4_096 })).decoder();
    wire.start({
      chunk: bytes => {
        this.received += bytes.length;
        decoder.push(bytes);
        for (let line = decoder.read(); line !== undefined; line = decoder.read())
          this.heard.push(line);
      },
      drained: () => {},
      ended: () => {
        this.ended = true;
      },
      reset: () => {
        this.reset = true;
      },
      closed: () => {},
    });
  }

  async writes(words: string | Uint8Array): Promise<void> {
    this.#wire.write(
      typeof words === 'string' ? new TextEncoder().encode(words) : words,
    );
    await quiet();
  }

  async ends(): Promise<void> {
    this.#wire.end();
    await quiet();
  }

  async vanishes(): Promise<void> {
    this.#wire.destroy();
    await quiet();
  }
}

export function line(role: 'caller' | 'callee'): Line {
  const [near, far] = memoryLink('alice>station', 'alice', 'station');
  const told: Observation[] = [];
  const connection = new Connection({
    wire: far,
    codec: text(lines({ maxPayload: limit })),
    clock: new VirtualClock(),
    role,
    observe: observation => void told.push(observation),
  });
  return { connection, peer: new RawPeer(near), told };
}

/** Until all that is on its way in memory has arrived, and has been answered. */
export async function quiet(): Promise<void> {
  for (let task = 0; task < 8; task++) await new Promise(done => setImmediate(done));
}

/** What was told of messages that came: `hi` was heard, `x: out of turn` was not. */
export const judged = ({ told }: Line): string[] =>
  told
    .filter(
      ({ by, what }) => by === 'peer' && (what === 'received' || what === 'refused'),
    )
    .map(({ text = '', reason }) =>
      reason === undefined ? text : `${text}: ${reason}`,
    );

/** What the record says each message that came is for, in order. */
export const kindsOf = ({ told }: Line): (string | undefined)[] =>
  told
    .filter(
      ({ by, what }) => by === 'peer' && (what === 'received' || what === 'refused'),
    )
    .map(({ kind }) => kind);
