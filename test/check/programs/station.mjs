// A station as somebody may write it, who reads no page of ours. KIND: how it misbehaves as a program.
//     node station.mjs PORT PIDFILE KIND

import { fork } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import process, { argv, exit, pid, stdout } from 'node:process';

const [, , port, pidFile, kind] = argv;
appendFileSync(pidFile, `${pid}\n`);
if (kind === 'ends immediately') exit(3);
if (kind === 'ignores SIGTERM') process.on('SIGTERM', () => {});
if (kind === 'prints without end') {
  const line = `${'x'.repeat(999)}\n`;
  const more = () => {
    while (stdout.write(line));
    stdout.once('drain', more);
  };
  more();
}
if (kind === 'forks') {
  fork(argv[1], [port, pidFile, 'ignores SIGTERM'], { detached: false }).unref();
  setTimeout(() => exit(0), 300);
} else serve();

function serve() {
  const server = createServer({ allowHalfOpen: true }, call => {
    let rest = '';
    call.on('error', () => {});
    call.on('data', data => {
      const lines = `${rest}${data}`.split('\n');
      rest = lines.pop() ?? '';
      if (kind === 'dies half-way' && lines.length > 0) exit(4);
      for (const line of lines) call.write(`[station] ${line.toUpperCase()}\n`);
    });
    call.on('end', () => call.end());
  });
  server.listen(Number(port), '127.0.0.1');
}
