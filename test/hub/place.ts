import { onTestFinished } from 'vitest';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { serverCodec } from '../../lib/connection/codecs.ts';
import type { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { lines, text } from '../../lib/framing/index.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { memoryWorld, realWorld } from '../../lib/scene/world/world.ts';
import { told } from '../told.ts';
import { Caller } from './caller.ts';

export const worlds = [
  { name: 'memory', world: memoryWorld },
  { name: 'TCP', world: realWorld },
];

/** A server that runs, the time that it goes by, and a way to call it. */
export interface Place {
  readonly clock: VirtualClock;
  call(): Promise<Caller>;
  /** Calls, and says a name. What the server answers is not read yet. */
  enter(name: string): Promise<Caller>;
  /** As SIGTERM does. */
  stop(): void;
}

interface Options {
  readonly world: typeof memoryWorld;
  readonly flags?: Readonly<Record<string, string>>;
}

/** Runs a program's server by lines until the test is done. */
export async function open(program: Program, options: Options): Promise<Place> {
  const { clock, connect, listen } = options.world();
  const words = Object.entries(options.flags ?? {}).map(([flag, value]) =>
    value === '' ? `--${flag}` : `--${flag}=${value}`,
  );
  const flags = told(program, ...words);
  const codec = serverCodec(
    maxPayload => text(lines({ maxPayload })),
    flags.maxMessage,
  );
  const listener = await listen('tcp', flags);
  const acceptor = new Acceptor({ limit: 500 }).at(listener.wires, wire => ({
    wire,
    codec,
    clock,
    role: 'callee',
  }));
  const stage = { screen() {}, keyboard: never, clock, flags };
  const serving = program.serve(acceptor, stage);
  onTestFinished(async () => {
    const closed = listener.close();
    acceptor.drop();
    await Promise.all([closed, serving]);
  });
  const call = async () => new Caller(await connect('tcp', { name: '', faults: {} }));
  return {
    clock,
    call,
    async enter(name) {
      const caller = await call();
      await caller.hears('* Your name?');
      caller.says(name);
      return caller;
    },
    stop: () => void acceptor.stop(program.goodbye),
  };
}

const never = { async *[Symbol.asyncIterator]() {} } as never;
