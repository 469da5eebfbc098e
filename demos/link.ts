// A faulty link in front of any TCP program: `npm run link -- 9999 127.0.0.1:9002 --chop 1 --delay 50`.
// Whoever calls port 9999 talks to port 9002, over that link. Ctrl-C ends it.

import { realClock, type Wire } from '../lib/connection/index.ts';
import { lineWidth } from '../lib/terminal/fold.ts';
import { helpOn } from '../lib/terminal/help.ts';
import {
  complain,
  faultOptions,
  leaveWhenNobodyReads,
  print,
  readArguments,
  UsageError,
} from '../lib/terminal/index.ts';
import { faultsOf } from '../lib/terminal/link.ts';
import {
  connect,
  faulty,
  join,
  type Listener,
  listen,
} from '../lib/transport/index.ts';

const usage = 'npm run link -- PORT HOST:PORT [faults]';
const example = 'npm run link -- 9999 127.0.0.1:9002 --chop 1';

leaveWhenNobodyReads();
const words = process.argv.slice(2);
try {
  if (words.includes('--help')) help();
  else await serve(words);
} catch (error) {
  complain(`link: ${(error as Error).message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function help(): void {
  print(`${usage}   calls to PORT go on to HOST:PORT`);
  for (const row of helpOn(faultOptions, lineWidth())) print(row);
}

async function serve([port = '', target = '', ...flags]: string[]): Promise<void> {
  const [, host, targetPort = ''] = /^(.+):(\d+)$/.exec(target) ?? [];
  if (!isPort(port) || !isPort(targetPort) || host === undefined)
    throw new UsageError(
      `expected PORT HOST:PORT, then faults, found "${`${port} ${target}`.trim()}": ${example}`,
    );
  const faults = faultsOf(readArguments(flags, faultOptions));
  const listener = await open(Number(port));
  process.on('SIGINT', () => process.exit(0));
  print(`listening on ${listener.address}, for ${target}`);
  for await (const caller of listener.wires) {
    connect(host, Number(targetPort)).then(
      answerer => join(spoilt(caller), spoilt(answerer)),
      error => refuse(caller, error),
    );
  }

  /** What comes in at each end goes out at the other: so both directions are spoilt, each once. */
  function spoilt(wire: Wire): Wire {
    return faulty(wire, faults, realClock, 'in');
  }

  function refuse(caller: Wire, error: Error): void {
    complain(`link: cannot connect to ${target} (${error.message})`);
    caller.destroy();
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

async function open(port: number): Promise<Listener> {
  try {
    return await listen({ port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`cannot listen on port ${port} (${code}): choose another`);
  }
}
