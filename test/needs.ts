import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { delimiter, dirname } from 'node:path';

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The path of the browser for the page's tests: $CHROMIUM, or the system's own. */
export const findChromium = (): string | undefined =>
  [process.env.CHROMIUM ?? '', ...browsers].find(place => existsSync(place));

const python = 'import os, resource; os.pidfd_open, resource.prlimit';
const raw = 'import socket as s; s.socket(s.AF_INET, s.SOCK_RAW, s.IPPROTO_UDP)';
const anyPython = 'import sys; sys.exit(sys.version_info < (3, 9))';

/** What some tests need and some machines lack, each with the way to find out. */
const things = {
  'python3, 3.9 or newer': () => spawnSync('python3', ['-c', anyPython]).status === 0,
  'python3 on Linux': () => spawnSync('python3', ['-c', python]).status === 0,
  'raw sockets': () => spawnSync('python3', ['-c', raw]).status === 0,
  'IPv6 on the loopback': () =>
    Object.values(networkInterfaces()).some(all =>
      all?.some(({ address }) => address === '::1'),
    ),
  // On Windows a signal ends a program, which never hears of it.
  'signals to other programs': () => process.platform !== 'win32',
  'Unix-domain sockets': () => process.platform !== 'win32',
  'a full disk': () => existsSync('/dev/full'),
  Deno: () => spawnSync('deno', ['--version']).status === 0,
  Bun: () => spawnSync('bun', ['--version']).status === 0,
  Chromium: () => findChromium() !== undefined,
  'nats-server': () => spawnSync('nats-server', ['--version']).status === 0,
  openssl: () => spawnSync('openssl', ['version']).status === 0,
};
export type Thing = keyof typeof things;
const all = Object.keys(things) as Thing[];
const found = new Map<Thing, boolean>();

/** With REQUIRE_ALL (in CI) these may not be missing: they can be installed, which IPv6 cannot. */
const installable: readonly Thing[] = [
  'python3, 3.9 or newer',
  'python3 on Linux',
  'Chromium',
  'nats-server',
  'openssl',
];

/** Whether this machine lacks it. Throws where it is required. */
export function lacks(thing: Thing): boolean {
  const has = found.get(thing) ?? things[thing]();
  found.set(thing, has);
  if (!has && process.env.REQUIRE_ALL && installable.includes(thing))
    throw new Error(`Cannot run all tests: this machine lacks ${thing}`);
  return !has;
}

/** A test that can be skipped while it runs. */
export interface Skippable {
  skip(note: string): never;
}

/** Skips the test, with a note that says why, where the machine lacks what it needs. */
export function needs(test: Skippable, thing: Thing): void {
  if (lacks(thing)) test.skip(`this machine lacks ${thing}`);
}

/** The `python3` of a version manager is a script that takes longer than the program: its folder comes first. */
function findPython(): void {
  const where = ['-c', 'import sys; print(sys.executable)'];
  const { status, stdout } = spawnSync('python3', where, { encoding: 'utf8' });
  const path = process.env.PATH?.split(delimiter) ?? [];
  const folder = dirname(stdout ?? '');
  if (status === 0 && !path.includes(folder))
    process.env.PATH = [folder, ...path].join(delimiter);
}

/** Says before all tests what will be skipped: nothing is skipped in silence. */
export default function setup(): void {
  findPython();
  for (const thing of all.filter(lacks))
    process.stdout.write(
      `This machine lacks ${thing}: tests that need it are skipped.\n`,
    );
}
