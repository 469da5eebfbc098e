import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Test } from '../demos/program.ts';

/** Stands between a node and NATS. While it stalls, nothing gets through, and nobody is told. */
export interface StallingProxy {
  readonly url: string;
  stall(is: boolean): void;
}

export async function stallingProxy(test: Test, port: number): Promise<StallingProxy> {
  const sockets = new Set<Socket>();
  let stalled = false;
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      if (stalled) one.pause();
      one.on('data', bytes => other.write(bytes));
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      if (stalled) one.pause();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `nats://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stall(is) {
      stalled = is;
      for (const socket of sockets) is ? socket.pause() : socket.resume();
    },
  };
}
