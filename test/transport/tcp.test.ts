import { expect, it } from 'vitest';
import type { Wire } from '../../lib/connection/wire.ts';
import { portOf } from '../../lib/transport/tcp/endpoint.ts';
import { connect, listen } from '../../lib/transport/tcp/tcp.ts';
import { Stranger } from '../connection/stranger.ts';
import { needs } from '../needs.ts';

const ipv6 = 'IPv6 on the loopback';

async function first(wires: AsyncIterable<Wire>): Promise<Wire> {
  for await (const wire of wires) return wire;
  throw new Error('Cannot take the first: nothing came');
}

it.for([
  { host: '127.0.0.1', to: '127.0.0.1', at: '127.0.0.1' },
  { host: '::1', to: '::1', at: '[::1]' },
  { host: '::', to: '127.0.0.1', at: '127.0.0.1' },
  { host: '::', to: '::1', at: '[::1]' },
])(
  'names a link alike at both ends: listens on $host, called at $to',
  async (place, test) => {
    if (place.host !== '127.0.0.1') needs(test, ipv6);
    const listener = await listen({ host: place.host });
    const port = portOf(listener.address);
    const near = await connect(place.to, port);
    const far = await first(listener.wires);
    expect(near.address).toBe(`${place.at}:${port}`);
    expect(far.address.startsWith(`${place.at}:`)).toBe(true);
    expect(far.link).toBe(near.link);
    near.destroy();
    far.destroy();
    await listener.close();
  },
);

it.for([
  ['127.0.0.1', /^127\.0\.0\.1:[1-9]\d*$/],
  ['::1', /^\[::1\]:[1-9]\d*$/],
] as const)('says where it listens, with the real port, on %s', async (place, test) => {
  const [host, address] = place;
  if (host === '::1') needs(test, ipv6);
  const listener = await listen({ host });
  expect(listener.address).toMatch(address);
  await listener.close();
});

it('accepts no more after close, and leaves those inside until they go', async () => {
  const listener = await listen();
  const port = portOf(listener.address);
  const near = new Stranger(await connect('127.0.0.1', port));
  const far = new Stranger(await first(listener.wires));
  let settled = false;
  const closed = listener.close().then(() => {
    settled = true;
  });
  await expect(connect('127.0.0.1', port)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  far.write('still here');
  await near.until(() => near.heard === 'still here');
  expect(settled).toBe(false);
  near.wire.end();
  far.wire.end();
  await closed;
  await listener.close();
});

it('can listen immediately where another server has just closed', async () => {
  const one = await listen();
  const port = portOf(one.address);
  const near = new Stranger(await connect('127.0.0.1', port));
  const far = new Stranger(await first(one.wires));
  const closed = one.close();
  const two = await listen({ port });
  near.wire.destroy();
  far.wire.destroy();
  await Promise.all([closed, two.close()]);
});
