import type { TraceEvent } from '../trace/event.ts';

/** What is known of a failure. */
export interface Evidence {
  /** The line of the scene. */
  readonly text: string;
  readonly problem: string;
  /** The last bytes that came to the player of that line. */
  readonly bytes: Uint8Array;
  readonly who?: string | undefined;
  /** Whether LF ends a message. */
  readonly isByLines: boolean;
  readonly events: readonly TraceEvent[];
}

type Clue = readonly [holds: (evidence: Evidence) => boolean, hint: string];

const says =
  (pattern: RegExp) =>
  ({ problem }: Evidence): boolean =>
    pattern.test(problem);

const asks =
  (pattern: RegExp) =>
  ({ text }: Evidence): boolean =>
    pattern.test(text);

const lineFeed = 0x0a;
const nothingCame = says(/nothing came|it did not come/);

/** The words that came, and those that the player of the line had said. */
const cameBack = ({ problem, events, who }: Evidence): boolean => {
  const [, came] = /but "(.*)" came/.exec(problem) ?? [];
  return events.some(
    ({ what, by, end, text }) =>
      what === 'sent' &&
      by === 'self' &&
      end === who &&
      came?.endsWith(text ?? '\n') === true,
  );
};

/** Where to look, for what is seen most. The first clue that holds is told. */
const clues: readonly Clue[] = [
  [
    says(/ECONNREFUSED/),
    'Nothing listens there: has the program ended? Its output may say why.',
  ],
  [
    says(/sends without end/),
    'A loop that reads nothing at the end of input sends for ever: stop at the end.',
  ],
  [
    says(/over the limit of/),
    'A message ends with LF: this one was longer than a client accepts, or had no end.',
  ],
  [
    says(/not UTF-8/),
    'Text is UTF-8, also where a chunk ends in the middle of a character: decode whole lines only.',
  ],
  [
    says(/no control character/),
    'Replace each control character with U+FFFD before you pass a message on.',
  ],
  [
    says(/expected it to read/),
    'Read from each member separately: if you wait for a member that does not read, you stop all.',
  ],
  [
    says(/were not enough/),
    'Keep at most 256 KiB for a member who does not read, then disconnect that member alone.',
  ],
  [
    says(/the end (?:in .*)?came/),
    'It ended the connection: a FIN from one side is no reason to end before the answer is sent.',
  ],
  [
    says(/a reset came|is reset/),
    'It dropped the connection: has it failed? To close with unread input sends a reset too.',
  ],
  [
    says(/asked for a name/),
    'The server must speak first: it asks every newcomer "* Your name?", then LF.',
  ],
  [
    says(/hear the end, the connection is open/),
    'It has to end its side (FIN), and has not: shut down the socket for writing.',
  ],
  [
    says(/screen|to see /),
    'It has to print this, and to flush its output: many languages buffer output that does not go to a terminal.',
  ],
  [
    says(/VIOLATED/),
    'All lines came, but at a time when the mode does not allow them: the event with that number did.',
  ],
  [
    evidence =>
      nothingCame(evidence) &&
      evidence.isByLines &&
      evidence.bytes.length > 0 &&
      evidence.bytes.at(-1) !== lineFeed,
    'The last bytes are not followed by LF: a message ends with LF.',
  ],
  [
    evidence => nothingCame(evidence) && asks(/hears? !/)(evidence),
    'What is not allowed is refused in words: a line that begins with "! ".',
  ],
  [
    nothingCame,
    'It may wait for something that does not come, or buffer its output: flush after each line.',
  ],
  [
    says(/only "\* .*" came/),
    'Only notices came. A person\'s words come as "[name] words", a refusal as "! ".',
  ],
  [
    says(/hear nothing,/),
    'Nothing may arrive here. Is it for somebody else, or too early?',
  ],
  [
    cameBack,
    'That is what this player had said: words go to the others, with "[name] " in front.',
  ],
  [
    says(/"\[[^\]]+\] .*, but "(?!\[)/),
    'A person\'s words come as "[name] words": nobody else can write the name in front.',
  ],
  [
    asks(/hears? !/),
    'What is not allowed is refused in words: a line that begins with "! ".',
  ],
];

/** One sentence. */
export function hintFor(evidence: Evidence): string {
  const clue = clues.find(([holds]) => holds(evidence));
  return (
    clue?.[1] ??
    'Compare the line that was expected with the one that came, byte by byte.'
  );
}
