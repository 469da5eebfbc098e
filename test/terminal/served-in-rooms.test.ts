import { describe, it } from 'vitest';
import type { RawPeer } from '../modes/raw-peer.ts';
import { roomDemos } from './demos.ts';
import { holds, letsIn, type Row, says } from './rows.ts';

const nobody = '! Nobody is listening: call somebody with /to NAME';

const letsInAndSays =
  (...lines: readonly string[]) =>
  async (server: RawPeer) => {
    await letsIn(server);
    await says(server, ...lines);
  };

const rows = (of: string): readonly Row[] => [
  {
    server: 'says goodbye',
    does: letsInAndSays('* Goodbye'),
    sent: ['alice', 'hello', 'bye'],
  },
  { server: 'closes', open: true, does: letsInAndSays(`* The ${of} closes`) },
  {
    server: 'is killed',
    open: true,
    does: letsInAndSays('* bob joined (2 here)'),
    says: `the connection ended without a goodbye from the ${of}`,
  },
  {
    server: 'is killed before it confirms what was said',
    does: letsInAndSays(),
    says: `the connection ended without a goodbye from the ${of}`,
  },
  {
    server: 'resets the connection',
    open: true,
    async does(server) {
      await letsIn(server);
      await server.vanishes();
    },
    says: 'SERVER broke the connection',
  },
  {
    server: 'ends for a line that is too long',
    does: letsInAndSays('! Too long: over the limit of 4 bytes'),
    says: `the ${of} refused: Too long: over the limit of 4 bytes`,
  },
  {
    server: 'ends for a member who is too slow',
    open: true,
    does: letsInAndSays('! Too slow: 262144 bytes were waiting for you'),
    says: `the ${of} refused: Too slow: 262144 bytes were waiting for you`,
  },
  {
    server: 'refuses a line and goes on',
    does: letsInAndSays('! Unknown command: /x (/who, /quit)', '* Goodbye'),
  },
  {
    server: 'has nobody who listens to a script',
    does: letsInAndSays(nobody, nobody, '* Goodbye'),
    says: 'nobody was listening to 2 of 2 messages',
  },
  {
    server: 'has nobody who listens to a script that takes its leave',
    input: ['hello', '/quit'],
    does: letsInAndSays(nobody, '* Goodbye'),
    says: 'nobody was listening to 1 of 1 messages',
  },
  {
    server: 'has nobody who listens to a person, who sees it',
    person: true,
    does: letsInAndSays(nobody, '* Goodbye'),
  },
  {
    server: 'never ends',
    does: letsIn,
    says: `the connection ended without a goodbye from the ${of}`,
  },
  {
    server: 'says something that is too long to be shown',
    does: letsInAndSays(`[bob] ${'x'.repeat(20_000)}`, '* Goodbye'),
    says: 'not shown: 1 message over the limit of 16384 bytes',
  },
  {
    server: 'sends a line without an end',
    open: true,
    async does(server) {
      await letsIn(server);
      for (let at = 0; at < 5; at++) await server.writes('x'.repeat(1_048_576));
    },
    says: 'the server sends a message without an end',
  },
];

describe.each(roomDemos)('a client of $name at a pipe, whose server', demo => {
  it.each(rows(demo.server))('$server', row => holds(demo, row));
});
