import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const wordAsData: Pitfall = {
  name: 'word-as-data',
  title: 'A word of the protocol, said as data',
  symptoms: [
    'the connection closes in the middle of a text',
    'nobody can say the word `exit`',
    'a mail ends at a line with a single dot',
  ],
  errors: [],
  rules: ['T17'],
  threads: [
    {
      title: 'xpepermint/smtp-client: dot stuffing missing when sending data',
      url: 'https://github.com/xpepermint/smtp-client/issues/9',
    },
    {
      title: 'mattermost: can not send message start with slash',
      url: 'https://github.com/mattermost/mattermost/issues/827',
    },
    {
      title: 'communi-desktop: Provide a way to use a slash at the start of a message',
      url: 'https://github.com/communi/communi-desktop/issues/16',
    },
  ],
  scene:
    'A server repeats each line, and /quit ends the conversation. Alice explains /quit to somebody.',
  question: 'How far does she get?',
  why: [
    '`naive.ts` looks for its command anywhere in the line, so a person who only mentions the command also gives it.',
    '`right.ts` compares the whole line, and has a way to say the command itself: a second `/` before it.',
    'SMTP does the same for its dot (RFC 5321, 4.5.2).',
    'A type byte, or a length, would do as well: then no text can look like a command.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    const heard = await alice.asks(['Say /quit to leave', '//quit', '/quit']);
    return hearing(
      'alice',
      ['You said Say /quit to leave', 'You said /quit', 'Goodbye'],
      heard,
    );
  },
};
