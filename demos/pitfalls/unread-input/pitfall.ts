import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const unreadInput: Pitfall = {
  name: 'unread-input',
  title: 'Unread input turns the goodbye into a reset',
  symptoms: [
    'the server says why it refuses, and the client never sees it',
    '"connection reset by peer" where you expected an error message',
    'an upload that is too large gives no status, only a broken connection',
  ],
  errors: [
    'Error: read ECONNRESET',
    'curl: (56) Recv failure: Connection reset by peer',
  ],
  rules: ['T12'],
  threads: [
    {
      title: 'asio: socket does not go to TIME-WAIT when closed with pending data',
      url: 'https://github.com/chriskohlhoff/asio/issues/209',
    },
    {
      title:
        'dotnet/runtime: a response is lost that came before the request was sent in full',
      url: 'https://github.com/dotnet/runtime/issues/57186',
    },
    {
      title: 'nuttx: Reply RST when we cannot receive data',
      url: 'https://github.com/apache/nuttx/pull/8915',
    },
  ],
  scene: 'A server takes texts of at most 1,000 bytes. Alice sends 1 MiB.',
  question: 'Does she hear that it was too long?',
  why: [
    'If a program closes a socket while something unread lies in it, TCP sends RST, not FIN (RFC 1122, 4.2.2.13).',
    'RST overtakes data: the other end may lose what was said before it, and sees an error.',
    '`right.ts` says its last word, ends its own side, and reads on until the other end has ended too.',
    'Its deadline is for a caller that never ends; Node’s `socket.setTimeout` starts again with each byte.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.writes(Buffer.alloc(1_048_576, 'x'), '(1 MiB)');
    return hearing('alice', ['! Too long', '(the end)'], await alice.hearsAll());
  },
};
