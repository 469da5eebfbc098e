// A caller that keeps a record. It says three lines, and waits for each answer.
// node caller.mjs PORT RECORD
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { recorder } from './recorder.mjs';

const [port, path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('usage: node caller.mjs PORT RECORD\n');
  process.exit(2);
}
const socket = connect(Number(port), '127.0.0.1');
await once(socket, 'connect');
const note = recorder(path, 'caller')(socket, 'self');

const words = ['Hi', 'How are you?', 'Bye'];
function sayNext() {
  const text = words.shift();
  note('sent', 'self', { kind: 'message', text }); // before the bytes: no answer can come earlier
  socket.write(`${text}\n`);
  if (words.length > 0) return;
  note('ended', 'self');
  socket.end();
}

sayNext();
for await (const text of createInterface({ input: socket })) {
  note('received', 'peer', { kind: 'message', text });
  if (words.length > 0) sayNext();
}
note('ended', 'peer');
note('closed', 'self');
