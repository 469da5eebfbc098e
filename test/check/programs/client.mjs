// A client as somebody may write it. KIND: what it does wrong.
//     node client.mjs PORT KIND

import { connect } from 'node:net';
import process, { argv, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';

const [, , port, kind] = argv;
const at = { port: Number(port), host: '127.0.0.1', allowHalfOpen: true };
const call = connect(at);
const isTurnTaker = kind === 'takes turns' || kind === 'drops the answer';
const waiting = [];
let isMine = true;
let asleep = 0;
let isFirst = true;
let isOver = false;

call.on('error', () => {});
call.on('data', heard);
call.on('end', () => {
  if (kind !== 'never ends' && kind !== 'only sends') process.exit();
});
if (kind === 'never ends') setInterval(() => {}, 1_000);

const input = createInterface({ input: stdin });
input.on('line', line => {
  if (kind === 'sleeps for its turn') return sleepAndSay(line);
  waiting.push(line);
  speak();
});
input.on('close', () => {
  isOver = true;
  if (kind === 'drops the answer') process.exit();
  speak();
});

function sleepAndSay(line) {
  setTimeout(() => call.write(`${line}\n`), asleep);
  asleep += 400;
}

function heard(data) {
  if (kind === 'does not read while it waits') return;
  stdout.write(data);
  isMine = true;
  speak();
}

function speak() {
  while (waiting.length > 0 && (isMine || !isTurnTaker)) {
    const line = waiting.shift();
    isMine = false;
    if (kind === 'connects for each line') connect(at).on('error', () => {});
    if (isFirst && kind === 'keeps its name') isFirst = false;
    else call.write(kind === 'forgets LF' ? line : `${line}\n`);
  }
  if (!isOver || waiting.length > 0) return;
  call.end(kind === 'talks after /quit' ? '/quit\nand more\n' : '');
}
