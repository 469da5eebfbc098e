import { Queue } from '../../lib/connection/queue.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { readOptions } from '../../lib/options/read.ts';
import { type ClientChosen, optionsOf } from '../../lib/terminal/flags/options.ts';
import { ClientTalk } from '../../lib/terminal/programs/client-talk.ts';
import type { Demo } from '../../lib/terminal/programs/demo.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { quiet, RawPeer } from '../modes/raw-peer.ts';

/** What a client of one mode is given to say, and what its server does. */
export interface Case {
  readonly demo: Demo;
  readonly flags?: Readonly<Record<string, string>>;
  /** The lines of a pipe, which then ends; or those of a person, who stays. */
  readonly input?: readonly string[];
  /** A pipe that does not end. */
  readonly open?: boolean;
  readonly person?: boolean;
  readonly does: (server: RawPeer, here: Caller) => unknown;
}

/** How a client ended: with 0 it says nothing on stderr. */
export interface Ended {
  readonly code: number;
  readonly says: string;
  /** What it showed, and what it said to its server. */
  readonly shown: readonly string[];
  readonly sent: readonly string[];
  readonly warned: readonly string[];
}

/** A client in this process: its terminal is a queue, its server is the test, its clock stands still. */
export class Caller {
  readonly clock = new VirtualClock();
  readonly shown: string[] = [];
  readonly warned: string[] = [];
  prompt = '';
  readonly #typed = new Queue<string>();
  readonly #talk: ClientTalk;
  #command = (_: string): boolean => false;
  #interrupt = () => {};

  constructor(
    { demo, flags = {}, person = false }: Case,
    wire: ReturnType<typeof memoryLink>[0],
  ) {
    const words = Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
    this.#talk = new ClientTalk({
      demo,
      chosen: readOptions(words, optionsOf(demo).client) as ClientChosen,
      wire,
      clock: this.clock,
      person,
      interrupted: new Promise(resolve => {
        this.#interrupt = resolve;
      }),
      typing: command => {
        if (person) this.#command = command;
        return {
          lines: this.#typed,
          person,
          unsent: 0,
          print: line => void this.shown.push(line),
          warn: line => void this.warned.push(line),
          prompt: text => {
            this.prompt = text;
          },
          close: () => this.#typed.close(),
        };
      },
    });
  }

  async types(...lines: readonly string[]): Promise<void> {
    for (const line of lines) if (!this.#command(line)) this.#typed.push(line);
    await quiet();
  }

  /** The pipe's end, or Ctrl-D. */
  async ends(): Promise<void> {
    this.#typed.close();
    await quiet();
  }

  async interrupts(): Promise<void> {
    this.#interrupt();
    await quiet();
  }

  run(): Promise<void> {
    return this.#talk.run();
  }

  get outcome(): Pick<Ended, 'code' | 'says'> {
    try {
      return { code: this.#talk.outcome() ? 0 : 1, says: '' };
    } catch (error) {
      return { code: 1, says: (error as Error).message };
    }
  }
}

/** Plays it to its end. A client that would wait for its server waits no longer than its own deadlines. */
export async function played(row: Case): Promise<Ended> {
  const [near, far] = memoryLink('alice>server', 'alice', 'SERVER');
  const here = new Caller(row, near);
  const server = new RawPeer(far);
  const running = here.run();
  await here.types(...(row.input ?? []));
  if (!row.person && !row.open) await here.ends();
  await row.does(server, here);
  for (let hour = 0; hour < 4; hour++) {
    await quiet();
    here.clock.moveTo(here.clock.now() + 3_600_000);
  }
  await running;
  return {
    ...here.outcome,
    shown: here.shown,
    sent: server.heard,
    warned: here.warned,
  };
}
