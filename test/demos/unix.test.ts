import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { demo, recordFile } from './program.ts';

describe('--socket', () => {
  beforeEach(test => needs(test, 'Unix-domain sockets'));

  it('is where a server listens and its clients find it, and is gone with it', async test => {
    const path = recordFile(test, 'socket');
    const server = demo(test, 'p2m', `server --socket ${path}`);
    await server.out.until(`listening on ${path}\n`);
    const links = ['alice', 'bob'].map(async name => {
      const record = recordFile(test, 'jsonl');
      const flags = `--name ${name} --socket ${path} --trace ${record}`;
      const client = demo(test, 'p2m', `client ${flags}`);
      expect(await client.ended).toBe(0);
      expect(client.out.text).toContain('* In the room: ');
      return /"link":"(.*?)"/.exec(readFileSync(record, 'utf8'))?.[1];
    });
    const [ofAlice, ofBob] = await Promise.all(links);
    expect(ofAlice).toMatch(/^unix:\d+\.1>/);
    expect(ofBob).not.toBe(ofAlice);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(existsSync(path)).toBe(false);
  });

  it.for([
    ['in-no-folder/s', 'there is no such folder, or you may not write there'],
    ['x'.repeat(200), "a socket's path has at most 10"],
    [
      '',
      'another program listens there, or it is not a socket. Choose another --socket',
    ],
  ] as const)('is no place for a server: %s', async ([name, says], test) => {
    takesLong(test);
    const path = join(dirname(recordFile(test, '')), name);
    const server = demo(test, 'p2m', `server --socket ${path}`);
    expect(await server.ended).toBe(1);
    expect(server.err.text).toContain(`demo:p2m: cannot listen on ${path}: ${says}`);
  });

  it('names the server that a client does not find', async test => {
    takesLong(test);
    const path = recordFile(test, 'socket');
    const client = demo(test, 'p2m', `client --name alice --socket ${path}`);
    expect(await client.ended).toBe(1);
    expect(client.err.text).toContain(
      `cannot connect to ${path} (ENOENT): start a server with npm run demo:p2m -- server --socket ${path}\n`,
    );
  });

  it.for(['server', 'client'])(
    'of a %s is in place of host and port',
    async (who, test) => {
      takesLong(test);
      const wrong = demo(test, 'p2m', `${who} --port 9004 --socket s`);
      expect(await wrong.ended).toBe(2);
      expect(wrong.err.text).toBe(
        'demo:p2m: --socket does not work together with --port: leave out one\n',
      );
    },
  );
});
