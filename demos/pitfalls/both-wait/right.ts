// Asks a station. The caller speaks first: that is the protocol's rule.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const questions = ['Is anybody there?', 'What is the time?'];
const socket = connect(Number(process.argv[2]), '127.0.0.1', ask);
const answers = createInterface(socket);
// It passes on the errors of its socket.
answers.on('error', error => console.log(error.message));
answers.on('line', answer => {
  console.log(answer);
  ask();
});

function ask() {
  const next = questions.shift();
  if (next === undefined) socket.end();
  else socket.write(`${next}\n`);
}
