import { type Server, Socket } from 'node:net';

/** What a server process tells of itself when it is asked. */
export interface Measured {
  /** User and system time, in seconds. */
  readonly cpu: number;
  /** Calls that handed bytes to the kernel. */
  readonly writes: number;
  /** Resident memory, in bytes. */
  readonly rss: number;
  /** Heap in use and what it holds outside, in bytes. */
  readonly heap: number;
}

/** Starts a server and answers its parent's questions. */
export function measured(server: Server): void {
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () =>
    ready((server.address() as { port: number }).port),
  );
}

export function ready(port: number): void {
  const writes = countWrites();
  process.send?.({ port });
  process.on('message', question => process.send?.(answer(question, writes())));
  process.on('disconnect', () => process.exit(0));
}

/** The processor time is read first, so that collecting garbage is not charged to the load. */
function answer(question: unknown, writes: number): Measured {
  const { user, system } = process.cpuUsage();
  if (question === 'memory') globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpu: (user + system) / 1e6, writes, rss, heap: heapUsed + external };
}

/** Every call that hands bytes to the kernel: one for a buffer, one for a list of them. */
function countWrites(): () => number {
  let count = 0;
  const { _write, _writev } = Socket.prototype;
  Socket.prototype._write = function (...args: Parameters<typeof _write>) {
    count++;
    return _write.apply(this, args);
  };
  Socket.prototype._writev = function (
    ...args: Parameters<NonNullable<typeof _writev>>
  ) {
    count++;
    return _writev?.apply(this, args);
  };
  return () => count;
}
