import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from '../../lib/terminal/check/free-port.ts';
import type { Test } from '../demos/program.ts';

/** A port where somebody listens. */
async function takenPort(test: Test): Promise<number> {
  const port = await freePort('tcp');
  const server = createServer();
  test.onTestFinished(() => void server.close());
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return port;
}

it.each(['tcp', 'udp', 'websocket'] as const)(
  'is a port of %s that no system gives away by itself',
  async door => {
    const ports = await Promise.all(Array.from({ length: 20 }, () => freePort(door)));
    for (const port of ports) expect(port).toBeGreaterThanOrEqual(20_000);
    for (const port of ports) expect(port).toBeLessThan(32_768);
  },
);

it('is not a port where somebody listens', async test => {
  const picks = [await takenPort(test), await freePort('tcp')];
  const [, free] = picks;
  expect(await freePort('tcp', () => picks.shift() ?? 0)).toBe(free);
});

it('is not looked for without end', async test => {
  const taken = await takenPort(test);
  await expect(freePort('tcp', () => taken)).rejects.toThrow('EADDRINUSE');
});
