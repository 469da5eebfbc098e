import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const twoInOne: Pitfall = {
  name: 'two-in-one',
  title: 'Two messages arrive as one',
  symptoms: [
    'two messages arrive as one',
    '"sticky packets", 粘包',
    'JSON.parse fails at `}{`',
    'it works at home, and fails under load',
  ],
  errors: [
    'SyntaxError: Unexpected non-whitespace character after JSON',
    'SyntaxError: Unexpected token { in JSON',
    'json.decoder.JSONDecodeError: Extra data',
  ],
  rules: ['T4'],
  threads: [
    {
      title: 'nodejs/node: Sockets joining two messages',
      url: 'https://github.com/nodejs/node/issues/53059',
    },
    {
      title: 'nkcmr/flic: multiple messages in the same "on(\'data\')"',
      url: 'https://github.com/nkcmr/flic/issues/20',
    },
    {
      title: 'nodemcu-firmware: Sometimes we receive concat messages',
      url: 'https://github.com/nodemcu/nodemcu-firmware/issues/2328',
    },
  ],
  scene:
    'A server answers each message. Alice sends two, and the network carries both in one piece.',
  question: 'How many answers does Alice get?',
  why: [
    'TCP carries bytes, not messages: it may join what two writes have sent.',
    '`naive.ts` takes each chunk for a message, so it answers two messages once.',
    '`right.ts` collects the bytes, and takes a message wherever a line ends, however many there are.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.writes('Tea?\nMilk?\n');
    const heard = await alice.hearsLines(2);
    trial.show('sent', alice.wrote);
    return hearing('alice', ['You said Tea?', 'You said Milk?'], heard);
  },
};
