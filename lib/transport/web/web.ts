import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { WebOptions } from './web-options.ts';
import type { WebListener } from './websocket.ts';

// HTTP and WebSocket are loaded when such a door is opened: they take a tenth of a second, and most
// programs here have none.

/** HTTP for the page, WebSocket for what is said. Rejects with Node's error when it cannot listen. */
export async function listenWeb(options: WebOptions): Promise<WebListener> {
  const { listenWebSocket: listen } = await import('./websocket.ts');
  return listen(options);
}

/** Rejects when nobody answers there, in 5 s, or not with 101. `clock`: what that time goes by. */
export async function connectWeb(
  host: string,
  port: number,
  path: string,
  clock?: Clock,
): Promise<Wire> {
  const { connectWebSocket: connect } = await import('./websocket.ts');
  return connect(host, port, path, clock);
}
