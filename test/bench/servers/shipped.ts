import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ready } from './measured.ts';

/** Only its limits are raised: who may come, and how long a name takes. */
const limits = [
  ...['--port', '0', '--max-connections', '100000'],
  ...['--name-time', '3600', '--backlog', '4096'],
];

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
}

/** Runs `npm run SCRIPT -- server`, as it is shipped, in this process. */
export async function shipped(script: string, ...flags: string[]): Promise<void> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const [, , file = '', ...args] = (scripts[script] ?? '').split(' ');
  const program = resolve(file);
  process.argv.splice(1, Infinity, program, ...args, 'server', ...limits, ...flags);
  readyAtFirstAddress();
  await import(pathToFileURL(program).href);
}

/** What the command says on its screen is not shown, but it says its port there. */
function readyAtFirstAddress(): void {
  let port: number | undefined;
  process.stdout.write = (text: unknown) => {
    const [, found] = /listening on \S+:(\d+)/.exec(String(text)) ?? [];
    if (found !== undefined && port === undefined) {
      port = Number(found);
      ready(port);
    }
    return true;
  };
}
