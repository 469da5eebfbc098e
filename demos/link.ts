// A faulty link in front of any TCP program: `npm run link -- 9999 127.0.0.1:9002 --chop 1 --delay 50`.
// Whoever calls port 9999 talks to port 9002, over that link. Ctrl-C ends it.

import { realClock, type Wire } from '../lib/connection/index.ts';
import {
  complain,
  faultOptions,
  faultsOf,
  leaveWhenNobodyReads,
  print,
  readArguments,
  UsageError,
} from '../lib/terminal/index.ts';
import { connect, faulty, join, listen } from '../lib/transport/index.ts';

const usage =
  'expected PORT HOST:PORT, then faults: npm run link -- 9999 127.0.0.1:9002 --chop 1';

leaveWhenNobodyReads();
try {
  await serve(process.argv.slice(2));
} catch (error) {
  complain(`link: ${(error as Error).message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function serve([port = '', target = '', ...flags]: string[]): Promise<void> {
  const [, host, targetPort] = /^(.+):(\d{1,5})$/.exec(target) ?? [];
  if (!/^\d{1,5}$/.test(port) || host === undefined) throw new UsageError(usage);
  const faults = faultsOf(readArguments(flags, faultOptions));
  const listener = await listen({ port: Number(port) });
  print(`listening on ${listener.address}, for ${target}`);
  process.on('SIGINT', () => process.exit(0));
  for await (const caller of listener.wires) {
    const spoilt = faulty(caller, faults, realClock, 'both');
    connect(host, Number(targetPort)).then(
      answerer => join(spoilt, answerer),
      error => refuse(caller, error),
    );
  }

  function refuse(caller: Wire, error: Error): void {
    complain(`link: cannot connect to ${target} (${error.message})`);
    caller.destroy();
  }
}
