import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What "Now break it yourself" asks a reader to change: the page, the file, and what stands there. */
const edits: readonly (readonly [page: string, file: string, stands: string])[] = [
  ['simplex', 'lib/modes/simplex.ts', 'connection.start(discipline).end();\n  return'],
  [
    'half-duplex',
    'lib/modes/turn-table.ts',
    "message: ['talking', 'refuse it: not your turn']",
  ],
  ['p2p', 'demos/p2p/pairs.ts', 'call(from: Person, to: Person)'],
  ['p2m', 'demos/p2m/server.ts', 'void attend('],
  ['framing', 'demos/framing/borrow.ts', 'decoder.end();'],
  ['framing-attacks', 'demos/framing/lessons/7-cut-anywhere.ts', 'text(lines())'],
  ['udp', 'lib/datagram/session.ts', 'last });'],
  ['websocket', 'lib/transport/web/origin.ts', 'function whyNot('],
];

it.each(edits)('what %s asks to change is in %s', (page, file, stands) => {
  expect(readFileSync(`docs/${page}.md`, 'utf8').replaceAll('\n', ' ')).toContain(file);
  expect(readFileSync(file, 'utf8')).toContain(stands);
});
