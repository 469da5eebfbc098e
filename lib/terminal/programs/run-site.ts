import { helpRows } from '../../options/help.ts';
import { readOptions } from '../../options/read.ts';
import { UsageError } from '../../options/usage-error.ts';
import { doors } from '../../transport/doors.ts';
import { type HostPort, placeOptions } from '../../transport/tcp/options.ts';
import type { Site } from '../../transport/web/site.ts';
import { RunError } from '../flags/failure.ts';
import { columns, foldTo, lineWidth } from '../fold.ts';
import { complain, leaveWhenNobodyReads, print } from '../output.ts';
import { howToStop, signalled } from '../signal.ts';
import { toStart } from '../to-start.ts';

/** Pages without a conversation. */
export interface SiteProgram {
  /** `npm run NAME`. */
  readonly name: string;
  readonly about: string;
  readonly port: number;
  /** Returns the pages. `tell` says what takes time. */
  site(tell: (line: string) => void): Promise<Site>;
}

/** Serves pages until a signal. Returns the exit code: 0, 1 if it cannot, 2 for a wrong command line. */
export async function runSite(
  program: SiteProgram,
  words: readonly string[],
): Promise<number> {
  leaveWhenNobodyReads();
  try {
    if (words.includes('--help')) help(program);
    else await serve(program, readOptions(words, placeOptions(program.port, 0)));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RunError)) throw error;
    complain(`${program.name}: ${error.message}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function help({ name, about, port }: SiteProgram): void {
  const usage = `${toStart(name, '[flags]')}   ${about}`;
  for (const row of foldTo(lineWidth(), usage, '    ')) print(row);
  for (const row of columns(helpRows(placeOptions(port, 0)), lineWidth())) print(row);
}

async function serve(program: SiteProgram, place: HostPort): Promise<void> {
  const stopped = signalled();
  const site = await Promise.race([program.site(print), stopped]);
  if (site === undefined) return;
  const { address, close } = await open(place, site);
  print(`listening on ${address}`);
  print(`open http://${address}`);
  if (process.stdout.isTTY) print(howToStop);
  await stopped;
  await close();
}

async function open(place: HostPort, site: Site) {
  const door = doors.websocket;
  const { listen } = await door.network();
  try {
    return await listen({ ...place, site, paths: [] });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why = door.remedy(code, '--port') ?? message;
    throw new RunError(`cannot listen on ${door.where(place)}: ${why}`);
  }
}
