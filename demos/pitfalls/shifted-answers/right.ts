// Asks three questions, one after the other.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const socket = connect(Number(process.argv[2]), '127.0.0.1');
socket.on('error', error => console.log(error.message));
const nothing = { value: undefined };
const answers = createInterface(socket)[Symbol.asyncIterator]();
for (const question of ['One?', 'Two?', 'Three?']) {
  socket.write(`${question}\n`);
  const { value: answer } = await answers.next().catch(() => nothing);
  if (answer === undefined) break; // the station is gone
  console.log(`${question} ${answer.slice(0, 8)}`);
}
socket.end();
