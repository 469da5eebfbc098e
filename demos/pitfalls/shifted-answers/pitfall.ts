import type { Pitfall } from '../pitfall.ts';
import { being } from '../trial/expected.ts';

const size = 200_000;

export const shiftedAnswers: Pitfall = {
  name: 'shifted-answers',
  title: 'One long answer shifts all that follow',
  symptoms: [
    'each answer belongs to the question before',
    'the second request gets the rest of the first answer',
    'after one large reply nothing fits any more',
  ],
  errors: [],
  rules: ['C2'],
  threads: [
    {
      title: 'routeros: Fix short reads',
      url: 'https://github.com/rtician/routeros/pull/4',
    },
    {
      title: 'aio-mc-rcon: Fix response read on long messages',
      url: 'https://github.com/Iapetus-11/aio-mc-rcon/pull/4',
    },
  ],
  scene:
    'The program asks a station three questions. Each answer is one line of 200,000 digits: 1s, 2s, 3s.',
  question: 'What does the program take for the answer to its second question?',
  why: [
    'One read gives what is there, up to the size of the buffer: 64 KiB in Node, 1,024 bytes in `recv(1024)`.',
    '`naive.ts` takes one read for the answer, so the rest of the answer waits for the next question.',
    'From then on every answer is a piece of an older one.',
    '`right.ts` reads up to the end of the line, however many reads that takes.',
  ],
  async check(trial) {
    const station = await trial.answer('station');
    const shown: string[] = [];
    for (const digit of ['1', '2', '3']) {
      await station.hears();
      station.writes(`${digit.repeat(size)}\n`, `${digit.repeat(8)}… (${size} bytes)`);
      shown.push(await trial.program.screen.next());
    }
    return being(
      'the program shows',
      ['One? 11111111', 'Two? 22222222', 'Three? 33333333'],
      shown,
    );
  },
};
