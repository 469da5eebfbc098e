import { safeSecrets } from '../../lib/transport/udp/secrets.ts';
import { type DatagramRoom, datagramRoom, Hand } from './datagram-room.ts';

/** What happened at an address before somebody forges it. */
type Past = (hand: Hand, room: DatagramRoom) => Promise<void>;

const past: Readonly<Record<string, Past>> = {
  'was never here': async () => {},
  'has an unused token': async hand => {
    await hand.types('hello 2, may I come in, please?');
  },
  'has left': async hand => {
    await hand.joins('alice');
    await hand.types(`bye ${hand.told('joined')} 0`);
  },
  'fell silent, and timed out': async (hand, room) => {
    await hand.joins('alice');
    await room.pass(10_000);
  },
};

/** The datagrams that are sent in its name: `TALK`, `MARK` and `TOKEN` are the ones it had, or forged ones. */
const datagrams = {
  'was never here': [
    'hello 2'.padEnd(27),
    'hello 2',
    'hello, may I come in?',
    'join x',
    'join TOKEN alice',
    'say TALK 1 x',
    'beat TALK MARK',
    'bye TALK',
    '',
    'who? TALK',
    '! no',
    'x'.repeat(1_000),
  ],
  'has an unused token': ['say TALK 1 x', 'join TOKEN a'],
  'has left': ['join TOKEN a', 'say TALK 1 x', 'beat TALK MARK 1', 'bye TALK 1'],
  'fell silent, and timed out': ['join TOKEN a', 'say TALK 1 x', 'beat TALK MARK 1'],
} satisfies Record<keyof typeof past, string[]>;

/**
 * Returns a table of bytes in and out, for each datagram that a forger may send to a room without a
 * free place.
 */
export async function amplification(): Promise<string> {
  const rows = [
    '| the address | the datagram in its name | bytes in | bytes out |',
    '|---|---|---|---|',
  ];
  for (const [who, words] of Object.entries(datagrams))
    for (const word of words) rows.push(await measured(who, word));
  return rows.join('\n');
}

async function measured(who: string, word: string): Promise<string> {
  const room = datagramRoom({ ...safeSecrets(), limit: 1 });
  const hand = new Hand(room.port());
  await past[who]?.(hand, room);
  // A full room: its refusal is longer than other answers.
  const guest = new Hand(room.port());
  await guest.joins('guest');
  hand.forgets();
  const answers = hand.heard.length;
  await hand.types(meant(word, hand));
  const [answer = 'nothing'] = hand.heard.slice(answers);
  const { sent, got } = hand;
  if (got > sent) throw new Error(`not for a page: ${got} bytes for ${sent}`);
  await guest.types(`bye ${guest.told('joined')} 0`);
  await room.stop();
  const shown = word.length > 40 ? `${sent} meaningless bytes` : `\`${word.trim()}\``;
  const padded = word.endsWith(' ') ? `${shown} and spaces` : shown;
  return `| ${who} | ${word === '' ? 'an empty datagram' : padded} | ${sent} | ${got} (${inWords(answer)}) |`;
}

const meant = (word: string, hand: Hand): string =>
  word
    .replace('TALK', hand.told('joined') || '00000000')
    .replace('MARK', hand.heard.join(' ').match(/beat \w+ ([a-z]+)/)?.[1] ?? 'abcd')
    .replace('TOKEN', hand.told('token') || '0'.repeat(20));

const inWords = (answer: string): string =>
  answer === 'nothing'
    ? answer
    : `\`${answer.replace(/\b[0-9a-z]{20}$/, 'TOKEN').replace(/\b[0-9a-z]{8}$/, 'TALK')}\``;
