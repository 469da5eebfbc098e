import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const bargeIn: Pitfall = {
  name: 'barge-in',
  title: 'A barge-in is heard as the next turn',
  symptoms: [
    'a double click orders twice',
    'what somebody typed too early is taken for the answer to the next question',
    'answers to questions that were withdrawn long ago',
  ],
  errors: [],
  rules: ['H4'],
  threads: [
    {
      title: 'textland: flush input buffer before waiting on events',
      url: 'https://github.com/zyga/textland/pull/11',
    },
    {
      title:
        'hermes-agent: messages typed during blocking prompts run as the next turn',
      url: 'https://github.com/NousResearch/hermes-agent/pull/85045',
    },
  ],
  scene:
    'A station thinks about each message, and then answers. Alice says two things without waiting.',
  question: 'What becomes of the second?',
  why: [
    'Nothing stops a keyboard, or TCP: what is said out of turn waits in a buffer.',
    '`naive.ts` reads the buffer when it has answered, and takes what is in it for the next turn.',
    'So Alice has two answers, and the second belongs to words that came before the first.',
    '`right.ts` reads all the time, and rejects what comes while the turn is not the caller’s.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.says('One tea');
    alice.says('Two teas');
    const heard = await alice.hearsLines(2);
    const answers = hearing('alice', ['! Not your turn', '[station] ONE TEA'], heard);
    const verdict = trial.verdict('half-duplex');
    return {
      ok: answers.ok && verdict.ok,
      found: verdict.ok ? answers.found : `${answers.found}; ${verdict.found}`,
    };
  },
};
