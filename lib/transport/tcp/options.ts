import { type Option, whole } from '../../options/option.ts';
import { addressForms, endpoint, readAddress } from './endpoint.ts';

/** A host and a port, as flags. */
export type HostPort = { readonly host: string; readonly port: number };

const host: Option<string> = {
  value: 'HOST',
  help: "the server's address: HOST, or HOST:PORT",
  default: '127.0.0.1',
  allowed: addressForms,
  read: text => readAddress(text)?.host,
  also: text => ({ port: readAddress(text)?.port }),
};

/** The place in words, and what to do about Node's error if a server cannot listen there. */
export const placeWords = {
  where: ({ host, port }: HostPort) => endpoint(host, port),
  remedy: (code: string, flag: string) => remedies(flag)[code],
};

const remedies = (flag: string): Readonly<Record<string, string>> => ({
  EADDRINUSE: `another program is already listening there. Stop it, or choose ${flag} 0 for a free port`,
  EACCES: `ports below 1024 need elevated privileges. Choose a higher ${flag}`,
  EADDRNOTAVAIL: 'this machine has no such address. Choose another --host',
  ENOTFOUND: 'no such host. Choose another --host',
});

/** `least`: 0 for servers, which may then take any free port. */
export const portOption = (
  port: number,
  least: 0 | 1,
  purpose = '',
): Option<number> => {
  const help = `the server's port${purpose}${least === 0 ? '; 0 means any free port' : ''}`;
  return whole('N', [least, 65_535], help, port);
};

export const placeOptions = (...port: Parameters<typeof portOption>) => ({
  host,
  port: portOption(...port),
});

/** `most`: the largest limit that a server may have, in bytes. */
export const maxMessageUpTo = (most: number): Option<number> =>
  whole('BYTES', [1, most], 'reject messages of more than BYTES bytes', 4_096);

/** The flags of a server whose links are streams. */
export const streamOptions = {
  maxMessage: maxMessageUpTo(1_048_576),
  maxConnections: whole(
    'N',
    [1, 1_000_000],
    'accept at most N connections at a time',
    500,
  ),
  keepAlive: whole(
    'SECONDS',
    [1, 86_400],
    'let TCP send keep-alive probes after SECONDS seconds of silence',
    30,
  ),
  backlog: whole(
    'N',
    [1, 65_535],
    'let at most N connections wait to be accepted',
    1_024,
  ),
};
