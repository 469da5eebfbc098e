import { setTimeout as sleep } from 'node:timers/promises';
import {
  Accepting,
  type AcceptOptions,
  clean,
  Queue,
  realClock,
} from '../connection/index.ts';
import { clientLimit, serverCodec } from '../scene/index.ts';
import { type Listener, listen } from '../transport/index.ts';
import type { Flags } from './arguments.ts';
import { listenByDatagram } from './datagrams.ts';
import type { Demo } from './demo.ts';
import { RunError } from './failure.ts';
import { framingOf, spoilt } from './link.ts';
import { type Notebook, notebook } from './notebook.ts';
import { print, tinted } from './output.ts';
import { signalled } from './signal.ts';
import { typing } from './typed.ts';

/** From the signal to the end, in milliseconds, whoever does not go. */
const lastWait = 1_600;
/** An operator's line has `[station] ` in front of it when it arrives. */
const typedLimit = clientLimit - 64;

/** `npm run demo:NAME -- server`. Returns when a signal has ended it. */
export async function runServer(demo: Demo, flags: Flags): Promise<boolean> {
  const { program } = demo;
  const listener = await open(demo, flags);
  const keyboard = flags.has('operator') ? typing({ limit: typedLimit }) : undefined;
  const show = keyboard?.print ?? print;
  const book = notebook({ flags, demo, end: program.server }, show);
  const accepting = new Accepting(listener.wires, acceptOptions(demo, flags, book));
  const serving = program.serve(accepting, {
    screen: line => show(tinted(clean(line))),
    keyboard: keyboard?.lines ?? new Queue(),
    clock: realClock,
    codec: serverCodec(framingOf(flags), flags),
    flags,
  });
  show(`listening on ${listener.address}`);
  await signalled();
  const gone = Promise.all([
    listener.close(),
    accepting.stop(program.goodbye),
    serving,
  ]);
  await Promise.race([gone, sleep(lastWait)]);
  keyboard?.close();
  book.close();
  return true;
}

function acceptOptions(demo: Demo, flags: Flags, book: Notebook): AcceptOptions {
  const { full } = demo.program;
  const limit = Number(flags.get('max-connections'));
  const codec = serverCodec(framingOf(flags), flags);
  let count = 0;
  return {
    limit,
    ...(full === undefined ? {} : { full: `${full} (${limit} at a time)` }),
    connection(wire) {
      const name = `${demo.caller} ${++count}`;
      return {
        wire: spoilt(wire, flags),
        codec,
        clock: realClock,
        role: 'callee',
        peer: () => name,
        observe: book.pen(wire),
      };
    },
  };
}

async function open({ program }: Demo, flags: Flags): Promise<Listener> {
  const host = flags.get('host') ?? '';
  const port = Number(flags.get('port'));
  try {
    if (program.byDatagram) return await listenByDatagram(flags);
    return await listen({
      host,
      port,
      backlog: Number(flags.get('backlog')),
      keepAlive: Number(flags.get('keep-alive')) * 1_000,
    });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why = reasons[code] ?? message;
    throw new RunError(`cannot listen on ${host}:${port}: ${why}`);
  }
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'another program does. Stop it, or choose --port 0 for a free one',
  EACCES: 'ports below 1024 need rights. Choose a higher --port',
  EADDRNOTAVAIL: 'this machine has no such address. Choose another --host',
  ENOTFOUND: 'no such host. Choose another --host',
};
