// A faulty link in front of any TCP program: `npm run link -- 9999 127.0.0.1:9002 --chop 1 --delay 50`.
// Whoever calls port 9999 talks to port 9002, over that link. Ctrl-C ends it.

import { realClock } from '../lib/connection/clock.ts';
import type { Wire } from '../lib/connection/wire.ts';
import { readArguments } from '../lib/terminal/flags/arguments.ts';
import { UsageError } from '../lib/terminal/flags/failure.ts';
import { helpOn } from '../lib/terminal/flags/help.ts';
import { faultOptions } from '../lib/terminal/flags/option.ts';
import { lineWidth } from '../lib/terminal/fold.ts';
import { complain, leaveWhenNobodyReads, print } from '../lib/terminal/output.ts';
import { faultsOf } from '../lib/terminal/programs/wiring.ts';
import { faulty } from '../lib/transport/faults/faulty.ts';
import { splice } from '../lib/transport/splice.ts';
import { endpoint, readAddress } from '../lib/transport/tcp/endpoint.ts';
import { connect, type Listener, listen } from '../lib/transport/tcp/tcp.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

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

async function serve([near = '', far = '', ...flags]: string[]): Promise<void> {
  const own = placeOf(/^\d+$/.test(near) ? `127.0.0.1:${near}` : near, 0);
  if (own === undefined) throw unexpected('PORT', near, '9999');
  const target = placeOf(far, 1);
  if (target === undefined)
    throw unexpected('HOST:PORT', far, '127.0.0.1:9002 or [::1]:9002');
  const faults = faultsOf(readArguments(flags, faultOptions));
  const listener = await open(own);
  const goal = endpoint(target.host, target.port);
  process.on('SIGINT', () => process.exit(0));
  print(`listening on ${listener.address}, for ${goal}`);
  for await (const caller of listener.wires) {
    connect(target.host, target.port).then(
      answerer => splice(spoilt(caller), spoilt(answerer)),
      error => refuse(caller, error),
    );
  }

  /** What comes in at each end goes out at the other: so both directions are spoilt, each once. */
  function spoilt(wire: Wire): Wire {
    return faulty(wire, faults, realClock, 'in');
  }

  function refuse(caller: Wire, error: Error): void {
    complain(`link: cannot connect to ${goal} (${error.message})`);
    caller.destroy();
  }
}

/** Reads a host and a port from `least` to 65535. An IPv6 address needs no brackets: its port follows the last colon. */
function placeOf(text: string, least: number): Place | undefined {
  const bracketed = text.replace(/^([\da-f:]*:[\da-f:]*):(\d+)$/i, '[$1]:$2');
  const { host, port } = readAddress(bracketed) ?? {};
  if (host === undefined || port === undefined) return undefined;
  return Number(port) < least || Number(port) > 65_535
    ? undefined
    : { host, port: Number(port) };
}

function unexpected(form: string, found: string, such: string): UsageError {
  return new UsageError(
    `expected ${form}, such as ${such}, found "${found}": ${example}`,
  );
}

async function open({ host, port }: Place): Promise<Listener> {
  try {
    return await listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `cannot listen on ${endpoint(host, port)} (${code}): choose another port`,
    );
  }
}
