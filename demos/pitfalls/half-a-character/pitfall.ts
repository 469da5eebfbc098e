import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

/** `é` is the two bytes c3 a9, and the network cuts between them. */
const line = Buffer.from('Café?\n');
const cut = line.indexOf(0xa9);

export const halfACharacter: Pitfall = {
  name: 'half-a-character',
  title: 'A character is cut in two',
  symptoms: ['now and then a letter becomes �', '`é` becomes `��`', '乱码'],
  errors: [
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3: unexpected end of data",
  ],
  rules: ['T4', 'T7'],
  threads: [
    {
      title: 'nrwl/nx: handle multibyte UTF-8 characters in socket message consumption',
      url: 'https://github.com/nrwl/nx/pull/34151',
    },
    {
      title:
        'node-jsonlines: multi-byte UTF-8 characters corrupted at chunk boundaries',
      url: 'https://github.com/LinusU/node-jsonlines/issues/7',
    },
    {
      title: 'KiwiIRC: Split data into lines before decoding to strings',
      url: 'https://github.com/prawnsalad/KiwiIRC/pull/358',
    },
  ],
  scene:
    'A server answers each line. The network cuts Alice’s line in the middle of the letter é.',
  question: 'What is the word, when it comes back?',
  why: [
    'In UTF-8 a character has up to four bytes, and TCP may cut between them.',
    '`naive.ts` makes text of each chunk, so each half of the character becomes U+FFFD (�).',
    '`right.ts` calls `setEncoding`: its decoder keeps the first half until the second arrives.',
    'In any language: first find the whole message in the bytes, then decode it.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.writes(line.subarray(0, cut));
    await trial.others();
    alice.writes(line.subarray(cut));
    const heard = [await alice.hears()];
    trial.show('sent', alice.wrote);
    return hearing('alice', ['You said Café?'], heard);
  },
};
