import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demo, server, type Test } from '../demos/program.ts';
import { call } from '../demos/raw.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';

/** Makes a certificate for `whom`, signed by itself. Returns the files. */
function certificate(test: Test, whom: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  test.onTestFinished(() => rmSync(folder, { recursive: true }));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const made = ['-keyout', key, '-out', cert, '-addext', `subjectAltName=${whom}`];
  const how =
    '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=t';
  const { status } = spawnSync('openssl', ['req', ...how.split(' '), ...made]);
  expect(status).toBe(0);
  return { cert, key };
}

/** Starts a server that wants TLS and a password. Returns its certificate too. */
async function encrypted(test: Test, whom: string) {
  const { cert, key } = certificate(test, whom);
  const tls = ['--tls', '--tlscert', cert, '--tlskey', key];
  const { port } = await NatsServer.start(test, ...tls, '--user', 'ann', '--pass', 'p');
  return { port, env: { NODE_EXTRA_CA_CERTS: cert } };
}

const node = (test: Test, url: string, env = {}) =>
  demo(test, 'cluster', `server --port 0 --nats ${url}`, { env });

describe.concurrent('NATS over TLS', () => {
  it.for([
    ['an address', '127.0.0.1', 'IP:127.0.0.1'],
    ['a name', 'localhost', 'DNS:localhost'],
  ] as const)(
    'is trusted at %s that its certificate names',
    async ([, host, whom], test) => {
      if (host === 'localhost') takesLong(test);
      needs(test, 'nats-server');
      needs(test, 'openssl');
      const { port, env } = await encrypted(test, whom);
      const room = `--nats tls://ann:p@${host}:${port}`;
      const alice = await call(
        test,
        (await server(test, 'cluster', room, { env })).port,
      );
      alice.write('alice\n');
      await alice.heard.until('* In the room: alice\n');
    },
  );

  it.for([
    ['whose certificate is not for its address', 'IP:127.0.0.2', 'altnames'],
    ['whose certificate nobody has signed', 'IP:127.0.0.1', 'self-signed certificate'],
  ] as const)('is refused at a server %s', async ([, whom, why], test) => {
    takesLong(test);
    needs(test, 'nats-server');
    needs(test, 'openssl');
    const { port, env } = await encrypted(test, whom);
    const url = `tls://ann:p@127.0.0.1:${port}`;
    const { err, ended } = node(test, url, why === 'altnames' ? env : {});
    expect(await ended).toBe(1);
    expect(err.text).toMatch(/^demo:cluster: cannot connect to NATS at 127.+\n$/);
    expect(err.text).toContain(why);
  });

  it('is not given up for a server without it', async test => {
    takesLong(test);
    needs(test, 'nats-server');
    const { port } = await NatsServer.start(test);
    const { err, ended } = node(test, `tls://127.0.0.1:${port}`);
    expect(await ended).toBe(1);
    expect(err.text).toMatch(/^demo:cluster: cannot connect to NATS at .*tls.*\n$/);
  });
});
