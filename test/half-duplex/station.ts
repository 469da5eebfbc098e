import { onTestFinished } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { Queue } from '../../lib/connection/queue.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { lines, text } from '../../lib/framing/index.ts';
import { readOptions } from '../../lib/options/read.ts';
import { memoryListener } from '../../lib/transport/memory/memory.ts';
import { streamOptions } from '../../lib/transport/tcp/options.ts';
import { quiet, RawPeer } from '../modes/raw-peer.ts';

/** A station with an operator, whose keyboard and screen are the test's. */
export class Station {
  readonly screen: string[] = [];
  /** Whose turn the operator was shown last. */
  mine: boolean | undefined;
  readonly clock = new VirtualClock();
  readonly #keyboard = new Queue<string>();
  readonly #listener = memoryListener('station');

  constructor(...flags: readonly string[]) {
    const { clock } = this;
    const options = { ...halfDuplex.options, ...streamOptions };
    const codec = text(lines());
    let callers = 0;
    const acceptor = new Acceptor({ limit: 10 }).at(this.#listener.wires, wire => {
      const name = `caller ${++callers}`;
      return { wire, codec, clock, role: 'callee', peer: () => name };
    });
    void halfDuplex.serve(acceptor, {
      screen: line => void this.screen.push(line),
      keyboard: this.#keyboard,
      turn: mine => {
        this.mine = mine;
      },
      clock,
      flags: readOptions(['--operator', ...flags.map(flag => `--${flag}`)], options),
    });
    onTestFinished(() => acceptor.drop());
  }

  /** How many typed lines the station has not read. A pipe must wait if there are many. */
  get unread(): number {
    return this.#keyboard.size;
  }

  async call(): Promise<RawPeer> {
    const caller = new RawPeer(this.#listener.connect());
    await quiet();
    return caller;
  }

  async types(...lines: readonly string[]): Promise<void> {
    for (const line of lines) this.#keyboard.push(line);
    await quiet();
  }

  /** Ctrl-D, or the end of what was piped in. */
  async loses(): Promise<void> {
    this.#keyboard.close();
    await quiet();
  }
}
