import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const firstDatagram: Pitfall = {
  name: 'first-datagram',
  title: 'The first datagram is lost in the greeting',
  symptoms: [
    'the first message over UDP never arrives, all others do',
    'people say everything twice when they come in',
  ],
  errors: [],
  rules: ['U16'],
  threads: [
    {
      title: 'CYFS: The first datagram maybe is lost?',
      url: 'https://github.com/buckyos/CYFS/issues/131',
    },
    {
      title:
        'monkey-netty: messages received on server before connection listeners have run',
      url: 'https://github.com/tlf30/monkey-netty/pull/21',
    },
  ],
  scene: 'Bob is in a room over UDP. Alice comes, and says "Tea?", then "Milk?".',
  question: 'What does Bob hear after the notice that somebody joined?',
  why: [
    'UDP has no connection, so there is no event for a newcomer: the first datagram is all there is.',
    '`naive.ts` makes the notice out of that datagram, in place of its words.',
    '`right.ts` sends the notice, and then the words.',
    'Our own room over UDP has a handshake: the first words come only after both sides know each other.',
  ],
  async check(trial) {
    const bob = await trial.correspond('bob');
    bob.sends('Hello');
    const alice = await trial.correspond('alice');
    alice.sends('Tea?');
    alice.sends('Milk?');
    const heard = [await bob.hears(), await bob.hears()];
    return hearing('bob', ['* Somebody joined', 'Tea?'], heard);
  },
};
