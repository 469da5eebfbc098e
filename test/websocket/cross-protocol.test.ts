import { describe, expect, it, onTestFinished } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { p2m } from '../../demos/p2m/demo.ts';
import { p2p } from '../../demos/p2p/demo.ts';
import { simplex } from '../../demos/simplex/demo.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { realClock } from '../../lib/connection/clock.ts';
import { byLines, serverCodec } from '../../lib/connection/codecs.ts';
import { Queue } from '../../lib/connection/queue.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { listen } from '../../lib/transport/tcp/tcp.ts';
import { told } from '../told.ts';
import { house } from './house.ts';
import { frame, handshaken, Raw, text } from './raw.ts';

/** A mode's server for lines, over real TCP. */
async function serverOf(program: Program, words = '') {
  const flags = told(program, ...words.split(' ').filter(Boolean));
  const listener = await listen();
  const codec = serverCodec(byLines, flags.maxMessage);
  const acceptor = new Acceptor({ limit: 10 }).at(listener.wires, wire => ({
    wire,
    codec,
    clock: realClock,
    role: 'callee',
    peer: () => 'stranger',
  }));
  const screen: string[] = [];
  const keyboard = new Queue<string>();
  const show = (line: string) => void screen.push(line);
  void program.serve(acceptor, { screen: show, keyboard, clock: realClock, flags });
  onTestFinished(async () => {
    const closed = listener.close();
    acceptor.drop();
    await closed;
  });
  return { port: Number(listener.address.split(':').at(-1)), screen };
}

/** As a browser sends a form of `text/plain`. */
const form = (lines: string) =>
  `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: ${lines.length}\r\n\r\n${lines}`;
const body = 'mallory\r\n/to bob\r\nforged words\r\n/quit\r\n';

const requests = [
  ['a form', form(body)],
  ['a method of its own', form(body).replace('POST', 'm-search')],
  ['a long way', form(body).replace('/', `/${'x'.repeat(4_000)}`)],
  ['the beginning of HTTP/2', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${body}`],
  ['a lone POST', `POST\r\n${body}`],
  ['a header alone', `Host: 127.0.0.1\r\n${body}`],
  ['a request after a line that is not text', `\xff\r\n${form(body)}`],
] as const;

const answers = [
  ['a room', p2m, ''],
  ['an exchange', p2p, ''],
  ['a station', halfDuplex, ''],
  ['an operator', halfDuplex, '--operator'],
  ['a station without turns', halfDuplex, '--operator --without-turns'],
  ['canned replies', simplex, '--canned-replies'],
] as const;

describe('a page elsewhere that sends lines to this port', () => {
  it.each(
    answers.flatMap(server =>
      requests.map(request => [...server, ...request] as const),
    ),
  )('%4$s is told by %1$s that this is no HTTP, and is not heard', async (...given) => {
    const [, program, flags, , request] = given;
    const { port, screen } = await serverOf(program, flags);
    const page = await Raw.open(port);
    page.socket.write(Buffer.from(request, 'latin1'));
    expect(await page.all()).toMatch(
      /HTTP\/1\.1 400 Bad Request\r\n.*Connection: close\r\n\r\nThis port is for lines.*\n$/s,
    );
    expect(page.heard).not.toMatch(/mallory|forged/i);
    expect(screen.join()).not.toMatch(/mallory|forged/i);
  });

  it.each(requests)('%s ends in simplex without a byte back', async (_, request) => {
    const { port, screen } = await serverOf(simplex);
    const page = await Raw.open(port);
    page.socket.write(Buffer.from(request, 'latin1'));
    page.socket.end();
    expect(await page.all()).toBe('');
    await expect
      .poll(() => screen.join('\n'))
      .toMatch(/! Rejected: an HTTP request\n\* stranger (was dismissed|has ended)$/);
    expect(screen.join()).not.toMatch(/mallory|forged/);
  });

  it('is not heard by the members of the room', async () => {
    const { port } = await serverOf(p2m);
    const bob = await Raw.open(port);
    bob.socket.write('bob\n');
    await bob.until('* In the room: bob');
    const page = await Raw.open(port);
    page.socket.write(form(body));
    await page.all();
    bob.socket.write('/quit\n');
    expect(await bob.all()).toBe('* Your name?\n* In the room: bob\n* Goodbye\n');
  });
});

describe('a person whose words look like HTTP', () => {
  const line = 'GET / HTTP/1.1';

  it('says them as anything else, once known', async () => {
    const { port } = await serverOf(p2m);
    const [alice, bob] = [await Raw.open(port), await Raw.open(port)];
    bob.socket.write('bob\n');
    await bob.until('* In the room: bob');
    alice.socket.write(`alice\n${line}\nHost: me\n`);
    await bob.until(`[alice] ${line}\n[alice] Host: me\n`);
  });

  it('is told over WebSocket, which no page can forge, that this is not a name', async () => {
    const { port } = await house();
    const alice = await handshaken(port);
    await alice.until('* Your name?');
    alice.socket.write(frame(text, line));
    await alice.until('! Invalid name: ');
    alice.socket.write(frame(text, 'alice'));
    await alice.until('* In the room: alice');
  });
});
