import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const emptyDatagram: Pitfall = {
  name: 'empty-datagram',
  title: 'An empty datagram is taken for the end',
  symptoms: [
    'a UDP server stops without an error',
    'anybody can end the server with `nc -u` and Enter',
  ],
  errors: [],
  rules: ['U14'],
  threads: [
    {
      title: 'pupnp: Receiving zero length UDP packets causes SSDP sockets to close',
      url: 'https://github.com/pupnp/pupnp/issues/498',
    },
    {
      title: 'mongoose: Receiving a zero-length UDP datagram closes the socket',
      url: 'https://github.com/cesanta/mongoose/issues/3696',
    },
    {
      title: 'ponyc: UDP recvfrom treats zero-byte datagrams as an error',
      url: 'https://github.com/ponylang/ponyc/issues/5289',
    },
  ],
  scene: 'A server answers each datagram. Mallory sends one with no bytes in it.',
  question: 'Is Alice still answered?',
  why: [
    'Over TCP an empty read means the end of input.',
    'Over UDP there is no end, and a datagram of 0 bytes is a message like any other (RFC 768).',
    '`naive.ts` tests for the end as a TCP program does: one datagram of a stranger ends it.',
    '`right.ts` has no such test.',
  ],
  async check(trial) {
    const mallory = await trial.correspond('mallory');
    mallory.sends('');
    const alice = await trial.correspond('alice');
    alice.sends('Tea?');
    return hearing('alice', ['You said Tea?'], [await alice.hears()]);
  },
};
