/** One end's view of a half-duplex conversation. */
export type Phase = 'listening' | 'talking' | 'last word' | 'over';

/** What can happen: what the peer does, and the one thing that this end does itself, `I say`. */
export type TurnEvent =
  | 'message'
  | 'not UTF-8'
  | 'too long'
  | '/quit'
  | 'half a frame, FIN'
  | 'FIN'
  | 'RST'
  | 'I say';

/** What to do about it. */
export type TurnAction =
  | 'hear it'
  | 'send it'
  | 'refuse it: not your turn'
  | 'refuse it: say it again'
  | 'refuse it and end'
  | 'say goodbye'
  | 'drop the half'
  | 'end'
  | 'answer first'
  | 'forget the call';

export type TurnRow = readonly [next: Phase, action: TurnAction];

/**
 * Who may speak, as a table. Every arrival is checked against it; the diagram in
 * docs/half-duplex.md is drawn from it. An event without a row cannot happen in that phase.
 */
export const turnTable: Record<Phase, Partial<Record<TurnEvent, TurnRow>>> = {
  listening: {
    message: ['talking', 'hear it'],
    'not UTF-8': ['listening', 'refuse it: say it again'],
    'too long': ['over', 'refuse it and end'],
    '/quit': ['over', 'say goodbye'],
    'half a frame, FIN': ['over', 'drop the half'],
    FIN: ['over', 'end'],
    RST: ['over', 'forget the call'],
  },
  talking: {
    'I say': ['listening', 'send it'],
    message: ['talking', 'refuse it: not your turn'],
    'not UTF-8': ['talking', 'refuse it: not your turn'],
    'too long': ['over', 'refuse it and end'],
    '/quit': ['over', 'say goodbye'],
    'half a frame, FIN': ['last word', 'drop the half'],
    FIN: ['last word', 'answer first'],
    RST: ['over', 'forget the call'],
  },
  'last word': {
    'I say': ['over', 'send it'],
    RST: ['over', 'forget the call'],
  },
  over: {},
};
