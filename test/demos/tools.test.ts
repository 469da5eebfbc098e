import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { demo, recordFile, script, type Test } from './program.ts';
import { call, listen } from './raw.ts';

const link = (test: Test, ...args: string[]) => script(test, 'demos/tap.ts', args);
const verdict = (test: Test, ...args: string[]) =>
  script(test, 'demos/verdict.ts', args);

describe.concurrent('npm run tap, which npm run link names too', () => {
  it('is a faulty link to a program, and tells when its port is taken', async test => {
    const { port, caller } = await listen(test);
    const near = link(test, '0', `127.0.0.1:${port}`, '--chop', '1');
    const [, own = ''] = await near.out.until(
      new RegExp(`^listening on 127\\.0\\.0\\.1:(\\d+), for 127\\.0\\.0\\.1:${port}\n`),
    );
    const me = await call(test, Number(own));
    me.write('Hi\n');
    const far = await caller;
    await far.heard.until('Hi\n');
    far.write('Yes\n');
    far.end();
    expect(await me.all).toBe('Yes\n');
    const second = link(test, own, `127.0.0.1:${port}`);
    expect(await second.ended).toBe(1);
    expect(second.err.text).toBe(
      `tap: cannot listen on 127.0.0.1:${own} (EADDRINUSE): choose another port\n`,
    );
    near.signal('SIGINT');
    expect(await near.ended).toBe(0);
  });

  it('cuts off each direction after a number of bytes', async test => {
    takesLong(test);
    const { port, caller } = await listen(test);
    const near = link(test, '0', `127.0.0.1:${port}`, '--end', '5');
    const [, own = ''] = await near.out.until(/^listening on 127\.0\.0\.1:(\d+)/);
    const me = await call(test, Number(own));
    me.write('Question\n');
    const far = await caller;
    expect(await far.all).toBe('Quest');
    far.write('Answer\n');
    expect(await me.all).toBe('Answe');
  });

  it.for([
    [['0', '127.0.0.1:65536'], 'expected HOST:PORT', '127.0.0.1:65536'],
    [['0', '127.0.0.1:0'], 'expected HOST:PORT', '127.0.0.1:0'],
    [['0', 'http://127.0.0.1:9002'], 'expected HOST:PORT', 'http://127.0.0.1:9002'],
    [['0', '127.0.0.1'], 'expected HOST:PORT', '127.0.0.1'],
    [['0'], 'expected HOST:PORT', undefined],
    [['65536', '127.0.0.1:1'], 'expected PORT', '65536'],
    [['0', '127.0.0.1:1', '--chop', '0'], '--chop must be', '0'],
  ] as const)('refuses %j', async ([args, expected, found], test) => {
    takesLong(test);
    const refused = link(test, ...args);
    expect(await refused.ended).toBe(2);
    expect(refused.out.text).toBe('');
    expect(refused.err.text).toMatch(/^tap: [^\n]+\n$/);
    expect(refused.err.text).toContain(expected);
    expect(refused.err.text).toContain(
      found === undefined ? 'found nothing: ' : `found "${found}"`,
    );
  });

  it('accepts the addresses that a server and a link print, IPv6 too', async test => {
    takesLong(test);
    needs(test, 'IPv6 on the loopback');
    const room = demo(test, 'p2m', 'server --host [::1] --port 0');
    const [, address = ''] = await room.out.until(/^listening on (\[::1\]:\d+)\n/);
    const first = link(test, '[::1]:0', address);
    const [, near = ''] = await first.out.until(/^listening on (\[::1\]:\d+), for /);
    const client = demo(test, 'p2m', `client --name alice --host ${near}`);
    expect(await client.ended).toBe(0);
    expect(client.out.text).toContain('* In the room: alice\n');
  });
});

describe.concurrent('npm run verdict', () => {
  it('judges what several programs kept, bytes and all', async test => {
    takesLong(test);
    const files = ['sender', 'receiver'].map(end => {
      const file = recordFile(test, 'jsonl');
      writeFileSync(
        file,
        toJsonLines(recordOf(end === 'sender' ? 'self' : 'peer', end)),
      );
      return file;
    });
    const judged = verdict(test, 'simplex', ...files);
    expect(await judged.ended).toBe(0);
    expect(judged.out.text).toBe(
      'verdict: simplex · kept · 1 message one way (3 bytes) · 0 bytes the other way\n',
    );
  });
});

function recordOf(by: 'self' | 'peer', end: string): TraceEvent[] {
  const place = { end, link: 'a>b', by, at: 0 };
  const said = by === 'self' ? 'sent' : 'received';
  return [
    { ...place, what: 'opened', n: 1 },
    { ...place, what: said, n: 2, kind: 'message', text: 'Hi', size: 3 },
    { ...place, what: 'chunk', n: 0, size: 3 },
    { ...place, what: 'closed', by: 'self', n: 0 },
  ];
}
