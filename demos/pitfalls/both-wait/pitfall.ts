import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const bothWait: Pitfall = {
  name: 'both-wait',
  title: 'Both wait for the other to speak',
  symptoms: [
    'both programs run, the connection is open, and nothing happens',
    'it hangs in the first `recv`',
    'deadlock without an error',
  ],
  errors: ['TimeoutError: timed out'],
  rules: ['H1'],
  threads: [
    {
      title:
        'tinymux: connections that wait for the server never receive the welcome banner',
      url: 'https://github.com/brazilofmux/tinymux/issues/1074',
    },
    {
      title: 'Hands-On Network Programming with C: preventing a deadlock state',
      url: 'https://www.oreilly.com/library/view/hands-on-network-programming/9781789349863/5e4d5ef9-d314-4aeb-8915-14b6cc38a78f.xhtml',
    },
  ],
  scene: 'A station answers every caller that asks. The program is its client.',
  question: 'Who speaks first?',
  why: [
    'Both ends can read and write at any time, so TCP does not say who begins: the protocol must.',
    'Here the caller speaks first, as in HTTP; in SMTP it is the server.',
    '`naive.ts` waits for a greeting, and the station waits for a question: for ever, and without an error.',
    '`right.ts` asks as soon as it is connected.',
  ],
  async check(trial) {
    const station = await trial.answer('station');
    const heard: string[] = [];
    for (const answer of ['Yes', 'Twelve']) {
      heard.push(await station.hears());
      if (heard.at(-1) === '(nothing)') break;
      station.says(answer);
    }
    return hearing('the station', ['Is anybody there?', 'What is the time?'], heard);
  },
};
