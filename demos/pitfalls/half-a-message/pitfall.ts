import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const halfAMessage: Pitfall = {
  name: 'half-a-message',
  title: 'Half a message is taken for a whole one',
  symptoms: [
    'a long message arrives in pieces',
    'JSON.parse fails, but only for large objects',
    'it works on one machine, and fails over Wi-Fi',
  ],
  errors: [
    'SyntaxError: Unexpected end of JSON input',
    'SyntaxError: Unterminated string in JSON',
    'json.decoder.JSONDecodeError: Unterminated string',
  ],
  rules: ['T4'],
  threads: [
    {
      title: 'alecgorge/jsonapi: Socket sending half JSON',
      url: 'https://github.com/alecgorge/jsonapi/issues/507',
    },
    {
      title: 'juliuscc/heos-api: Large responses lead to JSON parse error',
      url: 'https://github.com/juliuscc/heos-api/issues/10',
    },
    {
      title: 'reactphp/socket: send one message but receive 2 chunks',
      url: 'https://github.com/reactphp/socket/issues/204',
    },
  ],
  scene:
    'A server answers each line. The network brings the first half of Alice’s line earlier than the second.',
  question: 'What does the server answer to the first half?',
  why: [
    'TCP may cut anywhere: one write may arrive as two chunks, however short it is.',
    '`naive.ts` splits each chunk at its line endings, and takes the rest for a line as well.',
    '`right.ts` keeps the rest, and puts it before the next chunk.',
    'A real server also limits how much it keeps.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    alice.writes('I am not ');
    await trial.others();
    alice.writes('coming\n');
    const heard = [await alice.hears()];
    trial.show('sent', alice.wrote);
    return hearing('alice', ['You said I am not coming'], heard);
  },
};
