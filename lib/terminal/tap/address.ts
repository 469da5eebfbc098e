import { UsageError } from '../../options/usage-error.ts';
import { readAddress } from '../../transport/tcp/endpoint.ts';
import type { HostPort } from '../../transport/tcp/options.ts';

/** Reads the two words of `npm run tap -- PORT HOST:PORT`. Throws a UsageError. */
export function placesOf(
  near: string,
  far: string,
  example: string,
): [HostPort, HostPort] {
  const own = readPlace(/^\d+$/.test(near) ? `127.0.0.1:${near}` : near, 0);
  if (own === undefined) throw unexpected('PORT', near, '9999', example);
  const target = readPlace(far, 1);
  if (target === undefined)
    throw unexpected('HOST:PORT', far, '127.0.0.1:9002 or [::1]:9002', example);
  return [own, target];
}

/**
 * Reads a host and a port from `least` to 65535. An IPv6 address needs no brackets: its port
 * follows the last colon.
 */
export function readPlace(text: string, least: number): HostPort | undefined {
  const bracketed = text.replace(/^([\da-f:]*:[\da-f:]*):(\d+)$/i, '[$1]:$2');
  const { host, port } = readAddress(bracketed) ?? {};
  if (host === undefined || port === undefined) return undefined;
  return Number(port) < least || Number(port) > 65_535
    ? undefined
    : { host, port: Number(port) };
}

const unexpected = (form: string, word: string, such: string, example: string) =>
  new UsageError(`expected ${form}, such as ${such}, ${found(word)}: ${example}`);

/** What an error says of the word that stands in the place of another. */
export const found = (word: string): string =>
  word === '' ? 'found nothing' : `found "${word}"`;
