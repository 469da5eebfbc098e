/** What became of a node's way to the log: for its own members, and for its terminal. */
interface Notice {
  readonly members: string;
  readonly operator: string;
}

export const notices = {
  cutOff: {
    members: '* Cut off from the other nodes: what you say waits',
    operator: '* Cut off from the log: what members say waits, up to --buffer',
  },
  back: {
    members: '* Back: what waited has been sent',
    operator: '* Back: the log has what waited',
  },
  away: {
    members: '* This node was away for too long: messages of others are missing',
    operator: '* Away for too long: the log has dropped what came next',
  },
  lost: {
    members: '* The log was lost: the room begins again, and messages may be missing',
    operator: '* The log was deleted, or has lost its end: this node begins again',
  },
} as const satisfies Record<string, Notice>;

/** Why a node could not read on where it was: it was away for too long, or the log is another one. */
export type Missed = 'away' | 'lost';

export const takenMeanwhile = (name: string): string =>
  `! Taken: ${name} is here already, from another node`;
