import { relayedLimit } from '../../connection/codecs.ts';
import { defaultHeartbeat } from '../../datagram/heartbeat.ts';
import { whole } from '../../options/option.ts';

/** The flags of a server whose messages are datagrams. */
export const datagramOptions = {
  // A message that is too long for the clients would count as missing there.
  maxMessage: whole(
    'BYTES',
    [1, relayedLimit],
    'reject messages of more than BYTES bytes',
    1_100,
  ),
  maxConnections: whole('N', [1, 1_000_000], 'let in at most N members at a time', 500),
  maxPerHost: whole(
    'N',
    [1, 1_000_000],
    'let in at most N members from one IPv4 address, or from one IPv6 /64',
    100,
  ),
  beat: whole(
    'SECONDS',
    [1, 3_600],
    'send a heartbeat every SECONDS seconds',
    defaultHeartbeat.period / 1_000,
  ),
  missed: whole(
    'N',
    // One heartbeat that is a little late must not remove a member, so the least is 2.
    [2, 100],
    'remove a member after N periods without an answer',
    defaultHeartbeat.missed,
  ),
  burst: whole(
    'N',
    [1, 1_000_000],
    'take at most N messages and commands per second from a member, and N heartbeats',
    100,
  ),
};

const { maxConnections, maxPerHost, burst } = datagramOptions;

/** The default values. */
export const usual = {
  limit: maxConnections.default,
  perHost: maxPerHost.default,
  burst: burst.default,
  heartbeat: defaultHeartbeat,
};
