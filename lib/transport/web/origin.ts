import { isIP } from 'node:net';

export interface Asking {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}

/** Why a request is turned away: in words, and as an HTTP status. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly why: string;
}

/**
 * Why a browser may not come in, if it may not. Any page may open a WebSocket to any server: a browser
 * only adds where the page is from, and leaves it to the server to care (RFC 6455, 10.2).
 *
 * `Host` must be an address, `localhost`, or a name that this server was told to listen on: under any
 * other name a stranger's page may have reached us (DNS rebinding). `Origin` must then be that very
 * host. A program that is no browser sends none, and could send any: this says nothing about people.
 */
export function whyNot({ host, origin }: Asking, known: string): Refusal | undefined {
  if (host === undefined) return { status: 400, why: 'No Host: ask as HTTP/1.1 does' };
  const name = /^(.+?)(?::\d{1,5})?$/.exec(host)?.[1]?.toLowerCase() ?? '';
  const address = isIP(name.replace(/^\[(.+)\]$/, '$1')) > 0;
  if (!address && name !== 'localhost' && name !== known.toLowerCase())
    return { status: 403, why: 'This server has another name' };
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase())
    return { status: 403, why: 'Only its own page may talk to this server' };
  return undefined;
}
