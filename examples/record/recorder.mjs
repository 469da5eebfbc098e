// Keeps a record of what one program says and hears. docs/record.md explains each event.
import { appendFileSync, writeFileSync } from 'node:fs';

export function recorder(path, end) {
  let last = 0;
  writeFileSync(path, '');
  /** `by`: 'self' if you called, 'peer' if you accepted. Returns note(what, by, details). */
  return function link(socket, by) {
    const near = address(socket.localAddress, socket.localPort);
    const far = address(socket.remoteAddress, socket.remotePort);
    const link = by === 'self' ? `${near}>${far}` : `${far}>${near}`;
    const note = (what, by, details = {}) => {
      const n = ['closed', 'chunk', 'lost'].includes(what) ? 0 : ++last;
      const event = { n, at: performance.now(), end, link, what, by, ...details };
      appendFileSync(path, `${JSON.stringify(event)}\n`);
    };
    note('opened', by);
    return note;
  };
}

function address(host, port) {
  const plain = host.replace(/^::ffff:/, ''); // how an IPv6 socket writes an IPv4 address
  return plain.includes(':') ? `[${plain}]:${port}` : `${plain}:${port}`;
}
