import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const lostAnswer: Pitfall = {
  name: 'lost-answer',
  title: 'The answer that is lost when the question ends',
  symptoms: [
    '`nc -N`, `nc -q 0` or a pipe into `nc` gets no answer, but typing into `nc` does',
    'the server has the answer, and the client sees an empty reply',
    'half-close: the client ended its side, and the server ended too',
  ],
  errors: [
    'Error [ERR_STREAM_WRITE_AFTER_END]: write after end',
    'Error: This socket has been ended by the other party (EPIPE)',
  ],
  rules: ['H9', 'T15'],
  threads: [
    {
      title: 'elasticsearch: Can not make requests via netcat/nc',
      url: 'https://github.com/elastic/elasticsearch/issues/11466',
    },
    {
      title: 'skynet: socket server half close problem (in Chinese)',
      url: 'https://github.com/cloudwu/skynet/issues/50',
    },
    {
      title: 'nodejs/node: remove the halfOpen option',
      url: 'https://github.com/nodejs/node/issues/36214',
    },
  ],
  scene:
    'Alice sends a question, and FIN: she has no more to say, and she still listens.',
  question: 'Does she get the answer?',
  why: [
    'FIN ends one direction only: Alice has said everything, and can still hear.',
    'Node ends the other direction for us as soon as FIN has arrived: `allowHalfOpen` is false by default.',
    'So what `naive.ts` writes a moment later is "write after end".',
    '`right.ts` sets `allowHalfOpen: true`, and ends its side itself.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.writes('How long is this?');
    alice.ends();
    const heard = await alice.hearsLines(2);
    return hearing('alice', ['It is 17 bytes long', '(the end)'], heard);
  },
};
