import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../lib/connection/clock.ts';
import { portOf } from '../../lib/transport/tcp/endpoint.ts';
import { connectBy } from '../../lib/transport/udp/datagram-connect.ts';
import { listenOn } from '../../lib/transport/udp/datagram-listener.ts';
import type { Port } from '../../lib/transport/udp/port.ts';
import { safeSecrets } from '../../lib/transport/udp/secrets.ts';
import { udpPort, udpPortTo } from '../../lib/transport/udp/udp.ts';
import { firstOf } from '../conformance/links.ts';
import { needs } from '../needs.ts';

async function open(): Promise<Port> {
  const port = await udpPort();
  onTestFinished(() => port.close());
  return port;
}

/** The sizes of the datagrams that come in, once there are `count` of them. */
function sizes(port: Port, count: number): Promise<number[]> {
  const came: number[] = [];
  return new Promise(resolve => {
    port.start(bytes => {
      if (came.push(bytes.length) === count) resolve(came);
    });
  });
}

async function socket(): Promise<Socket> {
  const raw = createSocket('udp4');
  onTestFinished(() => void raw.close());
  raw.bind(0, '127.0.0.1');
  await once(raw, 'listening');
  return raw;
}

it('carries datagrams of 0 to 65,507 bytes whole, and refuses to send more', async () => {
  const [here, there] = [await open(), await open()];
  const came = sizes(there, 4);
  for (const size of [5, 0, 65_507, 3]) here.send(new Uint8Array(size), there.address);
  expect(await came).toEqual([5, 0, 65_507, 3]);
  expect(() => here.send(new Uint8Array(65_508), there.address)).toThrow(
    'Cannot send a datagram of 65508 bytes: UDP carries at most 65507, so say it in several',
  );
});

it('goes on when it answers a sender that has no port, because it wants no answer', async () => {
  const [here, there] = [await open(), await open()];
  const came = sizes(there, 1);
  here.send(Buffer.of(1, 2, 3), '127.0.0.1:0');
  here.send(Buffer.of(1), there.address);
  expect(await came).toEqual([1]);
});

it('goes on when what it sends is refused (ICMP), and is told where one address is meant', async () => {
  const gone = await udpPort();
  const { address } = gone;
  await gone.close();
  const [server, witness] = [await open(), await open()];
  for (let count = 0; count < 10; count++) server.send(Buffer.of(1), address);
  const client = await udpPortTo('127.0.0.1', portOf(address));
  onTestFinished(() => client.close());
  await new Promise<void>(resolve => {
    client.start(() => {}, resolve);
    client.send(Buffer.of(1), address);
  });
  const came = sizes(witness, 1);
  server.send(Buffer.of(1, 2), witness.address);
  expect(await came).toEqual([2]);
  client.send(Buffer.of(1), address);
});

it('hears from nobody but the one that it calls', async () => {
  const server = await open();
  const client = await udpPortTo('127.0.0.1', portOf(server.address));
  onTestFinished(() => client.close());
  const came = sizes(client, 1);
  const stranger = await socket();
  stranger.send(new Uint8Array(7), portOf(client.address), '127.0.0.1');
  // What it sends to itself after that has arrived, so that has arrived too.
  stranger.send('', stranger.address().port, '127.0.0.1');
  await once(stranger, 'message');
  server.send(new Uint8Array(2), client.address);
  expect(await came).toEqual([2]);
});

it('lets in who goes the way by hand, with a socket and no library', async () => {
  const server = await open();
  const listener = listenOn(server, { clock: realClock, ...safeSecrets() });
  const raw = await socket();
  const ask = async (words: string): Promise<string> => {
    raw.send(words, portOf(server.address), '127.0.0.1');
    const [bytes] = await once(raw, 'message');
    return String(bytes);
  };
  const token = await ask('hello 2, may I come in, please?');
  expect(token).toMatch(/^token [0-9a-z]{20}\n$/);
  expect(await ask(token.replace('token', 'join').replace('\n', ' alice'))).toMatch(
    /^joined [0-9a-z]{8} 2 3\n$/,
  );
  const wire = await firstOf(listener.wires);
  expect(wire.introduced).toBe('alice');
  expect(wire.address).toBe(`127.0.0.1:${raw.address().port}`);
  wire.destroy();
  await listener.close();
});

it('gives up where nobody listens, and closes its port', async () => {
  const gone = await udpPort();
  await gone.close();
  const client = await udpPortTo('127.0.0.1', portOf(gone.address));
  const going = connectBy(client, gone.address, { clock: realClock, name: 'alice' });
  await expect(going).rejects.toThrow('ECONNREFUSED');
});

it('says that there is no such host', async () => {
  await expect(udpPortTo('nosuch.invalid', 9)).rejects.toThrow('getaddrinfo');
  await expect(udpPort({ host: 'nosuch.invalid' })).rejects.toThrow('getaddrinfo');
});

it('cannot listen where another does', async () => {
  const server = await open();
  await expect(udpPort({ port: portOf(server.address) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

it('listens on IPv6 too', async test => {
  needs(test, 'IPv6 on the loopback');
  const server = await udpPort({ host: '::1' });
  onTestFinished(() => server.close());
  const client = await udpPortTo('::1', portOf(server.address));
  onTestFinished(() => client.close());
  const came = sizes(server, 1);
  client.send(new Uint8Array(9), server.address);
  expect(await came).toEqual([9]);
  expect(server.address).toMatch(/^\[::1\]:\d+$/);
});
