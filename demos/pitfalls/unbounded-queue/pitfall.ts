import type { Pitfall } from '../pitfall.ts';

const mebibyte = 1_048_576;

export const unboundedQueue: Pitfall = {
  name: 'unbounded-queue',
  title: 'A queue without a bound',
  symptoms: [
    'memory grows as long as a client reads slowly',
    'the server is killed because it has no memory left, and only with clients on bad networks',
    'backpressure: `write` returned false, and nobody looked',
  ],
  errors: [
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  ],
  rules: ['N11'],
  threads: [
    {
      title: 'http-kit: Slow consumer can exhaust memory on Server',
      url: 'https://github.com/http-kit/http-kit/issues/180',
    },
    {
      title: 'node-amqp: detecting when the write socket is full',
      url: 'https://github.com/postwait/node-amqp/pull/253',
    },
    {
      title: 'netty: direct memory leak',
      url: 'https://github.com/netty/netty/issues/7123',
    },
  ],
  scene:
    'A server sends each caller 64 MiB. Alice does not read at first, and then reads all.',
  question: 'How much of it waits in the server’s memory?',
  why: [
    '`write` never waits: what the kernel does not take, Node keeps.',
    '`naive.ts` writes everything immediately, so nearly all of it waits in memory, once for each slow caller.',
    '`write` returns false when it has enough, and `drain` follows when there is space again.',
    '`right.ts` waits for that, so it never keeps more than one or two parts.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.stalls();
    alice.resumes();
    await alice.hearsAtLast(/^\(the end\)$/);
    const most = Number.parseInt(await trial.program.screen.next(), 10);
    const bound = [1, 32].find(size => most <= size * mebibyte);
    return {
      ok: bound === 1,
      found: `${bound ? `at most ${bound}` : 'more than 32'} MiB wait in the server’s memory`,
    };
  },
};
