import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { NoAnswer } from '../../lib/transport/tcp/connect-timeout.ts';
import { portOf } from '../../lib/transport/tcp/endpoint.ts';
import { connect, listen } from '../../lib/transport/tcp/tcp.ts';
import { connectWebSocket } from '../../lib/transport/web/websocket.ts';
import { firstOf } from '../conformance/links.ts';
import { Stranger } from '../connection/stranger.ts';

/**
 * A program that listens and never gets round to accepting: its backlog fills, and the next is not
 * answered.
 */
const busy = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

async function busyServer(): Promise<number> {
  const worker = new Worker(busy, { eval: true });
  onTestFinished(async () => void (await worker.terminate()));
  const [port] = await once(worker, 'message');
  return port;
}

/** Takes a link, hears what is asked, and answers no more than that. */
async function halfAServer(answer: string) {
  const listener = await listen();
  const asked = firstOf(listener.wires).then(async wire => {
    const caller = new Stranger(wire);
    await caller.until(() => caller.heard.includes('Upgrade'));
    caller.write(answer);
    return caller;
  });
  onTestFinished(async () => {
    (await asked).wire.destroy();
    await listener.close();
  });
  return { port: portOf(listener.address), asked };
}

describe('a caller', () => {
  it('of a server whose backlog is full gives up after 5 s', async () => {
    const port = await busyServer();
    const clock = new VirtualClock();
    const calls = Array.from({ length: 6 }, () =>
      connect('127.0.0.1', port, { clock }),
    );
    for (const call of calls) call.catch(() => {});
    await Promise.any(calls);
    clock.moveTo(4_999);
    await expect(Promise.race([calls.at(-1), 'waits'])).resolves.toBe('waits');
    clock.moveTo(5_000);
    await expect(calls.at(-1)).rejects.toThrow(new NoAnswer('no answer in 5 s'));
    for (const call of await Promise.allSettled(calls))
      if (call.status === 'fulfilled') call.value.destroy();
      else expect(call.reason).toBeInstanceOf(NoAnswer);
  });

  it.each([
    ['says nothing', ''],
    ['never comes to the point', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: '],
  ])(
    'a WebSocket that %s gives up after 5 s, and drops the link',
    async (_, answer) => {
      const clock = new VirtualClock();
      const { port, asked } = await halfAServer(answer);
      const call = connectWebSocket('127.0.0.1', port, '/', clock);
      call.catch(() => {});
      const caller = await asked;
      clock.moveTo(5_000);
      await expect(call).rejects.toThrow(new NoAnswer('no answer in 5 s'));
      expect(clock.next).toBeUndefined();
      await caller.until(() => caller.events.length > 0);
    },
  );

  it('that is answered waits for nothing more', async () => {
    const listener = await listen();
    const clock = new VirtualClock();
    const port = portOf(listener.address);
    const wire = await connect('127.0.0.1', port, { clock });
    expect(clock.next).toBeUndefined();
    wire.destroy();
    (await firstOf(listener.wires)).destroy();
    await listener.close();
    await expect(connect('127.0.0.1', port, { clock })).rejects.toThrow('ECONNREFUSED');
    await expect(connectWebSocket('127.0.0.1', port, '/', clock)).rejects.toThrow(
      'ECONNREFUSED',
    );
    expect(clock.next).toBeUndefined();
  });
});
