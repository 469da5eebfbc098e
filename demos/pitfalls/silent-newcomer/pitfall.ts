import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const silentNewcomer: Pitfall = {
  name: 'silent-newcomer',
  title: 'A silent newcomer blocks the door',
  symptoms: [
    'one `nc` that says nothing, and nobody else gets in',
    'new clients connect, and get no answer',
    'the whole chat stands still while somebody thinks about a name',
  ],
  errors: [],
  rules: ['T1'],
  threads: [
    {
      title: 'videoscreen: open socket can keep the server unreachable for others',
      url: 'https://github.com/SFTtech/videoscreen/issues/4',
    },
    {
      title: 'BlueSSLService: SSL accept hang with badly behaved connections',
      url: 'https://github.com/Kitura/BlueSSLService/issues/40',
    },
  ],
  scene:
    'A server asks each newcomer for a name. Mallory connects, and gives none. Then Alice comes.',
  question: 'Is Alice asked for her name?',
  why: [
    'The loop that accepts may wait for one thing only: the next connection.',
    '`naive.ts` waits there for a name too, so a stranger who says nothing keeps everybody out.',
    '`right.ts` greets each newcomer outside the loop.',
    'A real server also gives a newcomer some seconds only.',
  ],
  async check(trial) {
    const mallory = await trial.connect('mallory');
    await mallory.hears();
    const alice = await trial.connect('alice');
    return hearing('alice', ['Your name?'], [await alice.hears()]);
  },
};
