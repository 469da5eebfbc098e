import type {
  NatsConnection,
  NodeConnectionOptions,
  TlsOptions,
} from '@nats-io/transport-node';
import { longestBatch } from '../cluster/wire.ts';

/** Where a NATS server is, and how its room is called there. */
export interface NatsRoom {
  /** `nats://HOST:PORT`, or `tls://`; with `USER:PASSWORD@` or `TOKEN@` before the host. */
  readonly url: string;
  /** The name of the room: letters, digits, `_` and `-`. */
  readonly room: string;
}

/** A NATS server that cannot be used, in one sentence. */
export class NatsProblem extends Error {}

/** How often the server is asked whether it is there, in milliseconds, and after how many missing answers it is not. */
const [asked, missing] = [2_000, 2];

/** Connects, and connects again whenever the link is lost, until it is closed. */
export async function connected(
  url: string,
  more: NodeConnectionOptions = {},
): Promise<NatsConnection> {
  const { connect } = await client();
  const options = optionsOf(url);
  const keeps = {
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 0,
  };
  const asks = { pingInterval: asked, maxPingOut: missing };
  const nats = await connect({
    ...options,
    ...keeps,
    ...asks,
    timeout: 5_000,
    ...more,
  }).catch(error => {
    const why = error instanceof Error ? error.message : String(error);
    throw new NatsProblem(
      `cannot connect to NATS at ${options.servers} (${why}): start one with nats-server -js, or check --nats`,
    );
  });
  return await withRoom(nats, options.servers);
}

/** A batch that the server refuses would be sent again for ever. */
async function withRoom(nats: NatsConnection, server: string): Promise<NatsConnection> {
  const most = nats.info?.max_payload ?? longestBatch;
  if (most >= longestBatch) return nats;
  await nats.close();
  throw new NatsProblem(
    `NATS at ${server} takes messages of at most ${most} bytes: set its max_payload to ${longestBatch} or more`,
  );
}

/** The client is loaded only for a room on NATS, and it may be missing. */
async function client() {
  try {
    return await import('@nats-io/transport-node');
  } catch {
    throw new NatsProblem(
      'the client of NATS is not installed: npm install @nats-io/transport-node@3.3.1 @nats-io/jetstream@3.3.1',
    );
  }
}

function optionsOf(url: string): NodeConnectionOptions & { readonly servers: string } {
  if (!URL.canParse(url) || new URL(url).host === '')
    throw new NatsProblem(`--nats is "${url}": give a URL, nats://HOST:PORT`);
  const { protocol, host, hostname, username, password } = new URL(url);
  if (protocol !== 'nats:' && protocol !== 'tls:')
    throw new NatsProblem(`--nats begins with ${protocol}: use nats:// or tls://`);
  const [user, pass] = [plain(username), plain(password)];
  const identity = pass ? { user, pass } : user ? { token: user } : {};
  const tls = protocol === 'tls:' ? { tls: checkedAs(hostname) } : {};
  return { servers: host, ...identity, ...tls };
}

/**
 * The client passes these options on to Node, but no name if the server has only an address. Node would then
 * look for `localhost` in the certificate.
 */
function checkedAs(hostname: string): TlsOptions {
  const options: TlsOptions & { host: string } = {
    host: hostname.replace(/^\[|\]$/g, ''),
  };
  return options;
}

/** Returns what a part of a URL stands for. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new NatsProblem('--nats has a % in its name or password: write it as %25');
  }
}

/** Tells when the link is lost, and when it is back, until the connection is closed. */
export async function watchLink(
  nats: NatsConnection,
  tell: (up: boolean) => void,
): Promise<void> {
  for await (const { type } of nats.status()) {
    if (type === 'disconnect') tell(false);
    if (type === 'reconnect') tell(true);
  }
}
