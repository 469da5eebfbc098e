import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const stolenPartner: Pitfall = {
  name: 'stolen-partner',
  title: 'The third caller steals the partner',
  symptoms: [
    'private messages reach the wrong person',
    'I talk, and my partner answers somebody else',
    'a call from a third person breaks the call of two others',
  ],
  errors: [],
  rules: ['P12', 'P16'],
  threads: [
    {
      title: 'ApiRTC: How to detect if user is already on call with someone else',
      url: 'https://github.com/ApiRTC/ApiRTC-ionic-demo/issues/9',
    },
    {
      title: 'connectycube: How to add other opponent in between an active P2P call',
      url: 'https://github.com/ConnectyCube/connectycube-flutter-samples/issues/97',
    },
    {
      title:
        'element-web: no feedback if the called user is already busy in another call',
      url: 'https://github.com/element-hq/element-web/issues/15907',
    },
  ],
  scene: 'Alice and Bob are paired. Carol calls Bob as well.',
  question: 'Who hears what Bob says next?',
  why: [
    'A pair is a fact about two people: the partner of Bob’s partner is Bob.',
    '`naive.ts` writes only the new pair, so Alice still points to Bob, and Bob points to Carol.',
    'Nobody has told Alice; what she says reaches Bob, and his answers go to Carol.',
    '`right.ts` refuses a call if the caller has a partner, or the person who is called.',
  ],
  async check(trial) {
    const [alice, bob] = [await trial.connect('alice'), await trial.connect('bob')];
    await alice.asks(['alice']);
    await bob.asks(['bob']);
    await alice.asks(['/to bob']);
    await bob.hears();
    const carol = await trial.connect('carol');
    await carol.asks(['carol']);
    const answers = await carol.asks(['/to bob']);
    bob.says('The key is under the mat');
    const listener = answers[0]?.startsWith('! ') ? alice : carol;
    const secret = await listener.hears();
    const { ok, found } = hearing('carol', ['! bob is busy'], answers);
    return { ok, found: `${found}; ${listener.name} hears "${secret}"` };
  },
};
