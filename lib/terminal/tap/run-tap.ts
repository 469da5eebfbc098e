import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { helpRows } from '../../options/help.ts';
import { readOptions } from '../../options/read.ts';
import { UsageError } from '../../options/usage-error.ts';
import { framings } from '../../tap/framings.ts';
import { misfit } from '../../transport/faults/faults.ts';
import { faultsOf } from '../../transport/faults/options.ts';
import { endpoint } from '../../transport/tcp/endpoint.ts';
import type { HostPort } from '../../transport/tcp/options.ts';
import { connect, type Listener, listen } from '../../transport/tcp/tcp.ts';
import { RunError } from '../flags/failure.ts';
import { columns, foldTo, lineWidth } from '../fold.ts';
import { complain, leaveWhenNobodyReads, print, withoutColour } from '../output.ts';
import { checkRecord } from '../record/keep-record.ts';
import { howToStop, signalled } from '../signal.ts';
import { toStart } from '../to-start.ts';
import { placesOf } from './address.ts';
import { type TapChosen, tapOptions } from './options.ts';
import { Tap } from './tap.ts';
import { TapRecord } from './tap-record.ts';
import { TapScreen } from './tap-screen.ts';

const usage = `${toStart('tap', 'PORT HOST:PORT [flags]')}   forward connections at PORT to HOST:PORT, and show what both ends say`;
const example = toStart('tap', '9999 127.0.0.1:9002 --framing lines');

/** `npm run tap`. Returns the exit code: 0, 1 if it cannot listen, 2 for a wrong command line. */
export async function runTap(words: readonly string[]): Promise<number> {
  leaveWhenNobodyReads();
  try {
    if (words.includes('--help')) help();
    else await listenAndTap(words);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RunError)) throw error;
    complain(`tap: ${error.message}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function help(): void {
  for (const row of foldTo(lineWidth(), usage, '    ')) print(row);
  for (const row of columns(helpRows(tapOptions), lineWidth())) print(row);
}

/** One message may come in two chunks: that is no second turn. */
const strictOfChunks =
  '--turns strict needs messages, and raw shows chunks: name a --framing, such as lines or length';

async function listenAndTap(words: readonly string[]): Promise<void> {
  const [near = '', far = '', ...rest] = words;
  const [own, target] = placesOf(near, far, example);
  const elsewhere = (name: string) => misfit([name], 'stream');
  const chosen = readOptions(rest, tapOptions, { elsewhere }) as TapChosen;
  const { framing, plain, trace, turns } = chosen;
  if (turns === 'strict' && framing === 'raw') throw new UsageError(strictOfChunks);
  if (plain) withoutColour();
  if (trace !== undefined) checkRecord(trace);
  const stopped = signalled();
  const listener = await open(own);
  print(`listening on ${listener.address}, for ${nameOf(target)}`);
  if (process.stdout.isTTY) print(howToStop);
  const screen = new TapScreen(chosen);
  const record = new TapRecord(chosen);
  const tap = new Tap({
    codec: framings[framing],
    faults: held(chosen),
    clock: realClock,
    observe(event) {
      screen.observe(event);
      record.observe(event);
    },
    happened(link, batch) {
      record.take(link, batch);
      screen.draw(link, batch);
    },
    ended: link => record.judged(screen.end(link)),
  });
  void passOn(listener, target, tap);
  await stopped;
  tap.close();
  screen.close();
  record.close();
}

async function passOn(listener: Listener, target: HostPort, tap: Tap): Promise<void> {
  let callers = 0;
  for await (const caller of listener.wires) {
    const name = `caller ${++callers}`;
    connect(target.host, target.port).then(
      server => tap.between([caller, server], [name, server.address]),
      error => refuse(caller, target, error),
    );
  }
}

function refuse(
  caller: Wire,
  target: HostPort,
  { code, message }: NodeJS.ErrnoException,
): void {
  complain(
    `tap: cannot connect to ${nameOf(target)} (${code ?? message}): start the server there`,
  );
  caller.destroy();
}

const nameOf = ({ host, port }: HostPort): string => endpoint(host, port);

/** The faults of the link. `--hold` is a delay too. */
function held(chosen: TapChosen) {
  const faults = faultsOf(chosen);
  const { hold = 0 } = chosen;
  return hold === 0 ? faults : { ...faults, delay: hold + (faults.delay ?? 0) };
}

async function open(place: HostPort): Promise<Listener> {
  try {
    return await listen(place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new RunError(
      `cannot listen on ${nameOf(place)} (${code}): choose another port`,
    );
  }
}
