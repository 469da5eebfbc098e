import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The first request up to the empty line after its headers. A client may send empty lines before it. */
const head = /^[\r\n]*[^\r\n].*?\n\r?\n/s;
/** The most bytes before a chunk that may belong to the end of the head: `x\r\n\r`. */
const mostBefore = 4;

/**
 * Lets HTTP see one request per connection.
 * Node makes objects for all requests in a chunk before we can answer or refuse the first.
 * So a client that sends thousands of requests ahead (HTTP pipelining) would cost megabytes.
 */
export const oneRequestEach = (server: Server): Server =>
  server.on('connection', (socket: Socket) => {
    const [http] = socket.listeners('data');
    let before = '';
    const pass = (chunk: Buffer) => {
      const text = before + chunk.toString('latin1');
      const found = head.exec(text);
      if (found === null) {
        before = text.slice(-mostBefore);
        return http?.call(socket, chunk);
      }
      const end = found[0].length - before.length;
      socket.off('data', pass);
      // What follows is the beginning of a WebSocket, or nobody reads it.
      socket.unshift(chunk.subarray(end));
      http?.call(socket, chunk.subarray(0, end));
      if (socket.listenerCount('data') === 0) socket.pause();
    };
    // Not removeAllListeners: it would cost every socket a kilobyte, as its listeners become a dictionary.
    if (http) socket.off('data', http as () => void);
    socket.on('data', pass);
  });
