import type { FrameError } from '../framing/index.ts';
import { type Discipline, type Judgement, reasonOf } from './discipline.ts';
import type { ConnectionOptions } from './options.ts';

/**
 * The mode's judgement on a frame that is not a message. After a corrupt frame no mode can go
 * on.
 */
export function judgementOnBad(error: FrameError, discipline: Discipline): Judgement {
  const refused = reasonOf(error);
  if (error.code !== 'corrupt') return { refused, ...discipline.bad(error) };
  const reply = '! Corrupt framing: nobody can tell where the next message begins';
  return { kind: 'message', reply, ...hopeless(refused, discipline) };
}

/**
 * A web page can make its reader's browser send a request to any port, with lines of its choice
 * in the body (a cross-protocol attack). In every mode, no such line is heard. The answer is
 * HTTP, so that a person who opened the wrong port can read it.
 */
export const wrongProtocol = (discipline: Discipline): Judgement => ({
  kind: 'control',
  foreign: badRequest,
  ...hopeless('an HTTP request', discipline),
});

/** The part of a judgement that ends the connection in every mode. */
function hopeless(refused: string, discipline: Discipline) {
  const told = discipline.hopeless?.(refused);
  return { refused, ...(told !== undefined && { told }), dismiss: true };
}

const body =
  'This port is for lines of text over TCP, as nc sends them, and not for HTTP.\n';

const badRequest = [
  'HTTP/1.1 400 Bad Request',
  'Content-Type: text/plain; charset=utf-8',
  `Content-Length: ${body.length}`,
  'X-Content-Type-Options: nosniff',
  'Connection: close',
  '',
  body,
].join('\r\n');

/** A request line (RFC 9112, 3), or one of the two words that Redis looks for too. */
const request = /^(?:[!#$%&'*+.^_`|~\w-]+ \S+ HTTP\/\d|POST$|Host:)/;

/**
 * Whether the first line of a connection is the beginning of an HTTP request. In the other
 * framings a request is not a message at all: it is too long, or corrupt.
 */
export const isHttp = (line: string, { role, codec }: ConnectionOptions): boolean =>
  role === 'callee' && codec.name === 'lines' && request.test(line);
