// `npm start`: what there is, and which command to type next.

import { leaveWhenNobodyReads, print, strong } from '../lib/terminal/index.ts';

const stations = [
  ['npm run demo:simplex', 'one way: 0 bytes ever come back', 'docs/simplex.md'],
  ['npm run demo:half-duplex', 'turns; a barge-in is refused', 'docs/half-duplex.md'],
  ['npm run demo:p2p', 'two messages cross; no theft', 'docs/p2p.md'],
  ['npm run demo:p2m', 'one line in, many lines out', 'docs/p2m.md'],
  ['npm run demo:websocket', 'the same room from a browser', 'docs/websocket.md'],
  ['npm run demo:framing', 'bytes into messages, 12 lessons', 'docs/framing.md'],
  ['npm run demo:udp', 'no connection: gaps, heartbeats', 'docs/udp.md'],
] as const;

leaveWhenNobodyReads();
print(strong('duplex-modes: who may speak when'));
print();
for (const [command, see, read] of stations) {
  print(`  ${command.padEnd(25)} ${see.padEnd(32)} ${read}`);
}
print();
print(
  'Each plays here, over real TCP or UDP, under half a minute, and ends with a verdict',
);
print(
  'that is computed from what happened. Start with the first. New words: docs/words.md',
);
print(
  'Every demo has --help, --list, --scene NAME; a mode has a server and a client too.',
);
