import type { Observation } from '../../../lib/trace/event.ts';

/** The most observations that wait for the record's link to open. */
const most = 200;

/**
 * Returns the observer for each visit. What this page saw goes to the server, on a link of its own; what all
 * saw comes back, joined, for `show`.
 */
export function recordOf(
  connect: (key: string) => WebSocket,
  show: (update: string) => void,
): (key: string) => (observation: Observation) => void {
  let last: WebSocket | undefined;
  return key => {
    last?.close();
    const socket = connect(key);
    const waiting: string[] = [];
    socket.onopen = () => {
      for (const line of waiting.splice(0)) socket.send(line);
    };
    socket.onmessage = ({ data }) => show(String(data));
    last = socket;
    return observation => {
      // The server knows which page this is, and on which link.
      const place = { n: 0, at: 0, end: 'page', link: 'room' };
      const line = JSON.stringify({ ...place, ...observation });
      if (socket.readyState === WebSocket.OPEN) socket.send(line);
      else if (waiting.length < most) waiting.push(line);
    };
  };
}
