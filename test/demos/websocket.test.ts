import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { websocket } from '../../demos/websocket/demo.ts';
import { flagOf } from '../../lib/options/option.ts';
import { optionsOf } from '../../lib/terminal/flags/options.ts';
import { takesLong } from '../long.ts';
import { demo, type Options, type Test } from './program.ts';
import { call } from './raw.ts';
import { webMember } from './web-member.ts';

/** From the signal to the end, at most, in milliseconds of the server's own time. */
const soon = 2_000;

async function room(test: Test, flags = '', options: Options = {}) {
  const command = `server --port 0 --tcp-port 0 ${flags}`;
  const program = demo(test, 'websocket', command, options);
  const [, port, tcpPort] = await program.out.until(
    /^listening on 127\.0\.0\.1:(\d+)\nlistening on 127\.0\.0\.1:(\d+)\nopen http:.+\n$/,
  );
  return { ...program, port: Number(port), tcpPort: Number(tcpPort) };
}

describe.concurrent('demo:websocket', () => {
  it('opens both doors of one room, and says goodbye through both', async test => {
    const doors = await room(test, '', { first: 'own-time' });
    const alice = await webMember(test, doors.port, 'alice');
    const bob = await call(test, doors.tcpPort);
    bob.write('bob\n');
    await bob.heard.until('* In the room: alice, bob\n');
    alice.socket.send('from WebSocket');
    await bob.heard.until('[alice] from WebSocket\n');
    bob.write('from TCP\n');
    await alice.heard.until('[bob] from TCP\n');
    const record = new WebSocket(`ws://127.0.0.1:${doors.port}/record`);
    test.onTestFinished(() => record.terminate());
    await once(record, 'open');
    const recordClosed = once(record, 'close');
    // The last to connect: a client that says nothing for five seconds hears so.
    const silent = await call(test, doors.port);
    doors.signal('SIGTERM');
    await alice.heard.until('* The room closes\n');
    expect(await alice.closed).toBe(1001);
    expect(await bob.all).toContain('* The room closes\n');
    expect(await doors.ended).toBe(0);
    expect((await recordClosed)[0]).toBe(1001);
    expect(await silent.all).toBe('');
    const [, took] = await doors.err.until(/^own time: (\d+) ms\n$/);
    expect(Number(took)).toBeLessThan(soon);
  });

  it('is done immediately when all leave at the same time', async test => {
    takesLong(test);
    // Where members stay it would give up on them after 1.6 s: this one never would.
    const doors = await room(test, '', { first: 'patient' });
    await webMember(test, doors.port, 'alice');
    doors.signal('SIGTERM');
    expect(await doors.ended).toBe(0);
  });

  it('keeps the room’s flags for both doors', async test => {
    takesLong(test);
    const doors = await room(test, '--max-message 16 --max-connections 1');
    const alice = await webMember(test, doors.port, 'alice');
    const late = await call(test, doors.tcpPort);
    expect(await late.all).toBe('! Full: try again later (1 at a time)\n');
    alice.socket.send('x'.repeat(17));
    await alice.heard.until('! Too long: over the limit of 16 bytes\n');
    expect(await alice.closed).toBe(1000);
  });

  it('says to people what to open', async test => {
    takesLong(test);
    const doors = await room(test);
    const [, , line] = doors.out.text.split('\n');
    expect(line).toBe(
      `open http://127.0.0.1:${doors.port}, or: nc 127.0.0.1 ${doors.tcpPort}`,
    );
    const framed = await room(test, '--framing length');
    expect(framed.out.text).toMatch(/\nopen http:\/\/127\.0\.0\.1:\d+\n$/);
  });

  it('tells a client that the door is the page’s', async test => {
    takesLong(test);
    // As the page's door does, when nobody has asked it anything for five seconds.
    const door = createServer(socket =>
      socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n'),
    );
    test.onTestFinished(() => void door.close());
    await once(door.listen(0, '127.0.0.1'), 'listening');
    const { port } = door.address() as AddressInfo;
    const client = demo(test, 'websocket', `client --port ${port}`, { input: 'open' });
    expect(await client.ended).toBe(1);
    expect(client.out.text).not.toContain('HTTP');
    expect(client.err.text).toBe(
      `demo:websocket: 127.0.0.1:${port} serves the web page: open it in a browser, or choose the port for lines with --port (default: 9004)\n`,
    );
  });

  it('does not open two doors at one port', async test => {
    takesLong(test);
    const clash = demo(test, 'websocket', 'server --port 9004');
    expect(await clash.ended).toBe(2);
    expect(clash.err.text).toContain(
      '--port and --tcp-port are both 9004: choose two different ports',
    );
  });

  it('names the flag of the port that another program has', async test => {
    takesLong(test);
    const { port, tcpPort } = await room(test);
    const flags = [
      ['--port', tcpPort, '--tcp-port'],
      ['--tcp-port', port, '--port'],
    ] as const;
    const tried = flags.map(async ([flag, taken, other]) => {
      const second = demo(test, 'websocket', `server ${flag} ${taken} ${other} 0`);
      expect(await second.ended).toBe(1);
      expect(second.out.text).toBe('');
      expect(second.err.text).toBe(
        `demo:websocket: cannot listen on 127.0.0.1:${taken}: another program is already listening there. Stop it, or choose ${flag} 0 for a free port\n`,
      );
    });
    await Promise.all(tried);
  });

  it('lists in its --help exactly the flags that each command accepts', async test => {
    takesLong(test);
    const help = demo(test, 'websocket', '--help');
    expect(await help.ended).toBe(0);
    const [, ...sections] = help.out.text.split('\n\n');
    const listed = sections.map(section =>
      [...section.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, flag]) => flag),
    );
    const shared = listed.splice(-2).flat();
    const accepted = Object.values(optionsOf(websocket)).map(options =>
      Object.keys(options).map(name => flagOf(name).slice(2)),
    );
    expect(listed.map(own => new Set([...own, ...shared]))).toEqual(
      accepted.map(names => new Set(names)),
    );
    expect(help.out.text).toContain('--tcp-port N');
  });

  it('plays its opening scene and proves it', async test => {
    takesLong(test);
    const played = demo(test, 'websocket', '');
    expect(await played.ended).toBe(0);
    expect(played.out.text).toContain(
      'verdict: full-duplex · ok · 3 in, 6 out · 1 crossing (31 ╳ 32) · one order\n',
    );
    expect(played.out.text).toContain('and: open http://127.0.0.1:8001 ');
    expect(played.err.text).toBe('');
  });
});
