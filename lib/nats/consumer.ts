/**
 * How long one request for messages lasts, and after what silence a consumer is made again, in milliseconds.
 * The client waits that long too before it looks again for a consumer that a restart of NATS has forgotten.
 */
export const pulls = { expires: 2_000, idle_heartbeat: 1_000 };
/**
 * What the client reports if its consumer is gone. It makes the consumer again, also in another stream of that
 * name, so we look ourselves.
 */
export const doubtful = [
  'consumer_deleted',
  'consumer_not_found',
  'stream_not_found',
  'reset',
];
