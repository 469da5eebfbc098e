import { once } from 'node:events';
import { connect } from 'node:net';
import { lines, text, websocket } from '../../lib/framing/index.ts';
import { portOf } from '../../lib/transport/tcp/endpoint.ts';
import { listenWebSocket } from '../../lib/transport/web/websocket.ts';

/** A request with the example key of RFC 6455, 1.3. A real key is as long, and different each time. */
const asked = [
  'GET /room HTTP/1.1',
  'Host: 127.0.0.1:8001',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
  '\r\n',
].join('\r\n');

/** Returns a handshake with our server, in both directions. */
export async function handshake(): Promise<string> {
  const answered = await answer();
  const shown = `${asked}${answered}`.replaceAll('\r\n', '\n').trimEnd();
  return [
    '```text',
    shown,
    '```',
    '',
    `${asked.length} B to the server, ${answered.length} B back. A browser's request is longer, because it describes the browser.`,
  ].join('\n');
}

async function answer(): Promise<string> {
  const listener = await listenWebSocket({ paths: ['/room'] });
  const socket = connect(portOf(listener.address), '127.0.0.1');
  socket.write(asked);
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  await listener.close();
  return bytes.toString('latin1');
}

const sizes = [2, 125, 126, 4_096, 65_536];
/**
 * A client's frame has a mask of four bytes more, so that no proxy takes it for something else (RFC
 * 6455, 5.3).
 */
const mask = 4;

/** Returns a table of what a message costs on the wire, through each door. */
export function frameCosts(): string {
  const [line, frame] = [text(lines()), text(websocket())];
  const rows = sizes.map(size => {
    const words = 'x'.repeat(size);
    const more = frame.encode(words).length - size;
    const byLine = line.encode(words).length - size;
    return `| ${size.toLocaleString('en-US')} B | +${byLine} | +${more} | +${more + mask} |`;
  });
  return [
    '| payload | a line | a frame from the server | a frame from a client |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
