import { ipVersion } from './ip.ts';

/**
 * An address as we print it: `127.0.0.1:9004`, `[::1]:9004`. An IPv4 peer of an IPv6 server is
 * `::ffff:127.0.0.1` for the server, and `127.0.0.1` for itself; we print the latter.
 */
export function endpoint(host = '?', port = 0): string {
  const plain = host.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `[${plain}]:${port}` : `${plain}:${port}`;
}

/** The addresses and ports of a socket's two ends, with Node's names. */
interface Ends {
  readonly localAddress?: string | undefined;
  readonly localPort?: number | undefined;
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
}

/** Returns the address of the other end. */
export const remoteOf = ({ remoteAddress, remotePort }: Ends): string =>
  endpoint(remoteAddress, remotePort);

/** Returns the link's name, which is the same at both ends: both addresses and ports, the caller's first. */
export function linkOf(socket: Ends, role: 'caller' | 'callee'): string {
  const here = endpoint(socket.localAddress, socket.localPort);
  const there = remoteOf(socket);
  return role === 'caller' ? `${here}>${there}` : `${there}>${here}`;
}

export interface Address {
  readonly host: string;
  /** The port as it was typed: digits. */
  readonly port?: string;
}

/** The forms of an address, for errors. */
export const addressForms = 'HOST or HOST:PORT, such as 127.0.0.1:9004 or [::1]:9004';

const form = /^(?:\[([^[\]\s]+)\]|([^[\]\s:/]+))(?::(\d+))?$/;

/**
 * Reads an address in each form in which we print one, and an IPv6 address without brackets.
 * Returns `undefined` if the text has none of these forms.
 */
export function readAddress(text: string): Address | undefined {
  if (ipVersion(text) > 0) return { host: text };
  const [, bracketed, plain, port] = form.exec(text) ?? [];
  if (bracketed !== undefined && ipVersion(bracketed) !== 6) return undefined;
  const host = bracketed ?? plain;
  if (host === undefined) return undefined;
  return port === undefined ? { host } : { host, port };
}

/** The port of an address in one of these forms. */
export const portOf = (address: string): number => Number(address.split(':').at(-1));
