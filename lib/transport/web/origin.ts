import { isIP } from 'node:net';

export interface Asking {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}

/** Why a request is refused: in words, and as an HTTP status. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly why: string;
}

/**
 * Returns why a request is refused; `undefined` if it is not. Any page may open a WebSocket to any
 * server: a browser only says where the page is from, and the server must check it (RFC 6455,
 * 10.2).
 *
 * `Host` must be an address, `localhost`, or the name in the server's own `--host`: with any other
 * name a stranger's page may have reached us (DNS rebinding). `Origin` must then be the same host.
 * A program that is not a browser sends no `Origin`, or any that it likes: this check does not
 * identify people.
 */
export function whyNot({ host, origin }: Asking, known: string): Refusal | undefined {
  if (host === undefined) return { status: 400, why: 'No Host: ask as HTTP/1.1 does' };
  const name = /^(.+?)(?::\d{1,5})?$/.exec(host)?.[1]?.toLowerCase() ?? '';
  const address = isIP(name.replace(/^\[(.+)\]$/, '$1')) > 0;
  if (!address && name !== 'localhost' && name !== known.toLowerCase())
    return {
      status: 403,
      why: 'Host not allowed: this server does not answer to that name',
    };
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase())
    return { status: 403, why: 'Only its own page may talk to this server' };
  return undefined;
}
