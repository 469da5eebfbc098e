import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Heard } from './heard.ts';
import type { Test } from './program.ts';

/** One end of a TCP connection without any framing, as nc is. */
export interface Raw {
  readonly heard: Heard;
  write(bytes: string | Uint8Array): void;
  /** FIN. */
  end(): void;
  /** RST. */
  reset(): void;
  /** Everything that was heard, once the other end has ended. */
  readonly all: Promise<string>;
}

export async function call(test: Test, port: number): Promise<Raw> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  return raw(test, socket);
}

/** A server that says and does only what its test says. */
export async function listen(
  test: Test,
): Promise<{ port: number; caller: Promise<Raw> }> {
  const server = createServer({ allowHalfOpen: true });
  const caller = once(server, 'connection').then(([socket]) => raw(test, socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, caller };
}

function raw(test: Test, socket: Socket): Raw {
  const heard = new Heard();
  socket.setEncoding('utf8').on('data', text => heard.add(String(text)));
  socket.on('error', () => {});
  test.onTestFinished(() => void socket.destroy());
  const over = new Promise<string>(resolve => {
    socket.on('end', () => resolve(heard.text));
    socket.on('close', () => resolve(heard.text));
  });
  return {
    heard,
    write: bytes => void socket.write(bytes),
    end: () => void socket.end(),
    reset: () => void socket.resetAndDestroy(),
    all: over,
  };
}
