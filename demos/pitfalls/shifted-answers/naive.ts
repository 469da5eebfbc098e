// Asks three questions, one after the other.
import { once } from 'node:events';
import { connect } from 'node:net';

const socket = connect(Number(process.argv[2]), '127.0.0.1');
socket.on('error', error => console.log(error.message));
for (const question of ['One?', 'Two?', 'Three?']) {
  socket.write(`${question}\n`);
  const [answer] = await once(socket, 'data');
  console.log(`${question} ${answer.toString().slice(0, 8)}`);
}
socket.end();
