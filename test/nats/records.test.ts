import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { demo, recordFile, script, type Test } from '../demos/program.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';
import { nodeOn } from './room.ts';
import { stallingProxy } from './stalling-proxy.ts';

/** A member in a process of its own, which keeps a record. */
async function member(test: Test, port: number, name: string) {
  const file = recordFile(test, 'jsonl');
  const flags = `--port ${port} --name ${name} --trace ${file}`;
  const client = demo(test, 'cluster', `client ${flags}`, { input: 'open' });
  await client.out.until('* In the room: ');
  return { ...client, file };
}

async function judged(test: Test, files: readonly string[]) {
  const { out, ended } = script(test, 'demos/verdict.ts', ['full-duplex', ...files]);
  return { code: await ended, lines: out.text.split('\n') };
}

/** Somebody talks in the room before the run that is recorded. */
async function earlier(test: Test, url: string): Promise<void> {
  const { program, join } = await nodeOn(test, url);
  const [carol, dave] = [await join('carol'), await join('dave')];
  carol.write('earlier\n');
  await dave.heard.until('[carol] earlier\n');
  program.signal('SIGTERM');
  await program.ended;
}

/**
 * Alice is at A, bob at B, and each has somebody who listens. They speak while nothing gets through between B and
 * NATS. Returns the records.
 */
async function records(test: Test) {
  const nats = await NatsServer.start(test);
  await earlier(test, nats.url);
  const proxy = await stallingProxy(test, nats.port);
  const files = [recordFile(test, 'jsonl'), recordFile(test, 'jsonl')] as const;
  const [a, b] = [
    await nodeOn(test, nats.url, `--trace ${files[0]}`),
    await nodeOn(test, proxy.url, `--trace ${files[1]}`),
  ];
  const [alice, bob, carol, dave] = [
    await member(test, a.program.port, 'alice'),
    await member(test, b.program.port, 'bob'),
    await member(test, a.program.port, 'carol'),
    await member(test, b.program.port, 'dave'),
  ];
  bob.type('before\n');
  await carol.out.until('[bob] before\n');
  proxy.stall(true);
  bob.type('Coffee?\n');
  alice.type('Tea?\n');
  await carol.out.until('[alice] Tea?\n');
  proxy.stall(false);
  await carol.out.until('[bob] Coffee?\n');
  for (const one of [bob, dave]) await one.out.until('[alice] Tea?\n');
  await alice.out.until('[bob] Coffee?\n');
  for (const one of [alice, bob, carol, dave]) {
    one.type('/quit\n');
    await one.ended;
  }
  for (const { program } of [a, b]) {
    program.signal('SIGTERM');
    await program.ended;
  }
  return { nodes: files, members: [alice, bob, carol, dave].map(({ file }) => file) };
}

it('no picture of a node shows the log, which its record has', async test => {
  needs(test, 'nats-server');
  const { url } = await NatsServer.start(test);
  const file = recordFile(test, 'jsonl');
  const { program, join } = await nodeOn(test, url, `--draw --trace ${file}`);
  const [alice, bob] = [await join('alice'), await join('bob')];
  alice.write('Tea?\n');
  await bob.heard.until('[alice] Tea?\n');
  program.signal('SIGTERM');
  await program.ended;
  expect(program.out.text).toContain('room hears from member 1: Tea?');
  expect(program.out.text).not.toContain('log');
  expect(readFileSync(file, 'utf8')).toMatch(/"link":"[\w-]+>log"/);
});

it('the records of two nodes tell that there was one order, and with those of the members all', async test => {
  takesLong(test);
  needs(test, 'nats-server');
  const { nodes, members } = await records(test);
  const order = 'order: one order at 2 nodes · 3 messages, sent to 4 members';
  const alone = await judged(test, nodes);
  expect(alone.lines[0]).toBe(order);
  expect(alone.code).toBe(3);
  const { code, lines } = await judged(test, [...nodes, ...members]);
  expect(lines[0]).toBe(order);
  expect(lines[1]).toMatch(
    /^verdict: full-duplex · shown · 3 in, 9 out · 1 crossing \(.+\) · one order$/,
  );
  expect(code).toBe(0);
});
