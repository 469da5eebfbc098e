import { setTimeout as sleep } from 'node:timers/promises';
import { LooseScreen } from '../../check/loose-screen.ts';
import {
  isDropped,
  type OpenPlace,
  type ServerPlace,
  Unreachable,
} from '../../check/place.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Values } from '../../options/option.ts';
import type { ServerInHand } from '../../scene/play/opposite.ts';
import type { DoorName } from '../../transport/doors.ts';
import { NoAnswer } from '../../transport/tcp/connect-timeout.ts';
import { endpoint } from '../../transport/tcp/endpoint.ts';
import type { HostPort } from '../../transport/tcp/options.ts';
import { freePort } from './free-port.ts';
import { realTime } from './real-time.ts';
import { Started } from './started.ts';

const host = '127.0.0.1';
/** How long a program may take until its port answers, in milliseconds: some need a compiler first. */
const startTime = 20_000;
/** How long we wait between two tries, in milliseconds. */
const betweenTries = 20;
/** How long the news of a program's end may take, in milliseconds. */
const momentAgo = 100;
/** As many lines of its output as are shown after a failure. */
const mostLines = 12;

/** A command that is started again for every scene, and ended after it. */
export function commandPlace(
  words: readonly string[],
  door: DoorName,
  at: Values = {},
): ServerPlace {
  const reached = { once: false };
  return {
    name: words.join(' '),
    inHand: new Set([
      ...(['pass', 'settled', 'isCut', 'heldFor'] as const),
      ...(['sees', 'see', 'type', 'stop', 'restart'] as const),
    ]),
    flags: words.includes('{flags}'),
    async open({ server }) {
      const port = await freePort(door);
      const command = words.flatMap(word =>
        word === '{flags}' ? server : word.replaceAll('{port}', String(port)),
      );
      const own = new OwnCommand(command, { ...at, host, port }, reached);
      await own.start();
      return own;
    },
  };
}

/** The command of one scene. */
class OwnCommand implements OpenPlace {
  readonly stranger;
  readonly #words: readonly string[];
  readonly #screen = new LooseScreen();
  #started: Started | undefined;
  /** Of all commands of this check. */
  readonly #reached: { once: boolean };
  #answered = false;
  #happened = () => {};

  constructor(words: readonly string[], at: HostPort, reached: { once: boolean }) {
    this.#reached = reached;
    this.#words = words;
    this.stranger = {
      address: endpoint(at.host, at.port),
      at,
      // A server may print that a player was dropped, and that would look like a reason.
      letGo: () => {},
      reach: (connect: () => Promise<Wire>) => this.#reach(connect),
      inHand: (happened: () => void) => this.#inHand(happened),
    };
  }

  async start(): Promise<void> {
    this.#answered = false;
    this.#started = await Started.start(this.#words, text => {
      this.#screen.take(text);
      this.#happened();
    });
  }

  /** What is said of a program that failed: that may be why it ended, a moment ago. */
  async remarks(): Promise<readonly string[]> {
    await this.#started?.gone(momentAgo);
    return this.#remarks();
  }

  #remarks(): readonly string[] {
    const { ended, output } = this.#started
      ? { ended: this.#started.ended, output: this.#started.output(mostLines) }
      : { ended: undefined, output: [] };
    const died =
      ended === undefined ? [] : [`the command has ended by itself: ${ended}`];
    const said =
      output.length === 0 ? [] : ['it printed:', ...output.map(line => `  ${line}`)];
    return [...died, ...said];
  }

  async close(): Promise<boolean> {
    await this.#started?.end();
    return true;
  }

  #inHand(happened: () => void): Partial<ServerInHand> {
    this.#happened = happened;
    return {
      ...realTime,
      sees: expected => this.#screen.sees(expected),
      see: (...line) => this.#screen.see(...line),
      type: line => this.#started?.type(line),
      stop: () => this.#started?.stop(),
      restart: async () => {
        await this.#started?.end(0);
        await this.start();
      },
    };
  }

  /** Connects. A program that has just been started may need a while until it listens. */
  async #reach(connect: () => Promise<Wire>): Promise<Wire> {
    const until = performance.now() + startTime;
    for (;;) {
      try {
        const wire = await connect();
        this.#answered = true;
        this.#reached.once = true;
        return wire;
      } catch (error) {
        const { runs } = this.#started ?? { runs: false };
        const waits = isNotYet(error) && !this.#answered && runs;
        if (!waits || performance.now() > until)
          throw isDropped(error) ? error : this.#unreachable(error as Error);
        await sleep(betweenTries);
      }
    }
  }

  #unreachable({ message }: Error): Error {
    const { address } = this.stranger;
    if (this.#answered)
      return new Error(`it accepts no more calls at ${address} (${message})`);
    const ended = this.#started?.ended;
    const problem =
      ended === undefined
        ? `nothing listens at ${address} after ${startTime / 1_000} s (${message})`
        : `the command ended (${ended}) before anything listened at ${address}`;
    if (this.#reached.once) return new Error(problem);
    return new Unreachable([problem, ...this.#remarks()].join('\n'));
  }
}

/** Whether it may only be too early. Datagrams are not always refused where nobody listens. */
const isNotYet = (error: unknown): boolean => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code ?? message) === 'ECONNREFUSED' || error instanceof NoAnswer;
};
