import type { Pitfall } from '../pitfall.ts';

const size = 32 * 1024 * 1024;

export const bothWrite: Pitfall = {
  name: 'both-write',
  title: 'Both write, and neither reads',
  symptoms: [
    'small files work, large ones hang',
    'both programs hang in `send` or `sendall`',
    'deadlock after some megabytes',
  ],
  errors: [],
  rules: [],
  threads: [
    {
      title: 'civet-webserver: lockup in send()',
      url: 'https://github.com/GerHobbelt/civet-webserver/issues/1',
    },
    {
      title: 'brltty: both the server and the client are trying to send data',
      url: 'https://github.com/brltty/brltty/pull/259',
    },
    {
      title: 'Erle Robotics, Python Networking: Deadlock',
      url: 'https://erlerobotics.gitbooks.io/erle-robotics-python-gitbook-free/udp_and_tcp/deadlock.html',
    },
  ],
  scene:
    'Alice and the server give each other a file of 32 MiB. Both send their own first, and then read.',
  question: 'How much of her file can Alice send?',
  why: [
    'Between two programs there is room for some megabytes only, in the buffers of both kernels.',
    'When they are full, a write waits until the other end reads.',
    'Alice reads when she has sent everything, and so does `naive.ts`: each waits for the other.',
    '`right.ts` reads from the beginning, while it sends.',
    'One end that always reads is enough.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.stalls();
    alice.writes(Buffer.alloc(size), '(32 MiB)');
    if (!(await alice.isTaken()))
      return {
        ok: false,
        found:
          'alice cannot send her 32 MiB: some megabytes are in transit, and stay there',
      };
    alice.ends();
    alice.resumes();
    const [, last = ''] = await alice.hearsAll();
    return {
      ok: last === `copied ${size}`,
      found: `alice sends 32 MiB, gets 32 MiB, and hears "${last}"`,
    };
  },
};
