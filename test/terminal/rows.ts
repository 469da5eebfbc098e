import { expect } from 'vitest';
import type { Demo } from '../../lib/terminal/programs/demo.ts';
import type { RawPeer } from '../modes/raw-peer.ts';
import { type Case, played } from './caller.ts';

/** What a server does to a client that says `hello` and `bye`, and how the client ends. */
export interface Row extends Omit<Case, 'demo'> {
  readonly server: string;
  /** On stderr. Without it the client was served, and ends with 0. */
  readonly says?: string;
  /** The lines that the server got, where that is the point. */
  readonly sent?: readonly string[];
}

export const question = '* Your name?\n';

export const says = async (server: RawPeer, ...lines: readonly string[]) => {
  await server.writes(lines.map(line => `${line}\n`).join(''));
  await server.ends();
};

export const letsIn = async (server: RawPeer) => {
  await server.writes(question);
  await server.writes('* In the room: alice\n');
};

/** As alice, at a pipe. */
export async function holds(demo: Demo, row: Row): Promise<void> {
  const alice = { flags: { name: 'alice' }, input: ['hello', 'bye'] };
  expect(await played({ demo, ...alice, ...row })).toMatchObject({
    code: row.says === undefined ? 0 : 1,
    says: row.says ?? '',
    ...(row.sent && { sent: row.sent }),
  });
}
