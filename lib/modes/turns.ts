import {
  type Discipline,
  type Ending,
  type Judgement,
  reasonOf,
} from '../connection/discipline.ts';
import {
  type Phase,
  type TurnAction,
  type TurnEvent,
  turnTable,
} from './turn-table.ts';
import { beginning, fromPerson, fromServer } from './words.ts';

/** One end's place in the turn table. */
export class Turns {
  phase: Phase;
  /** How many messages came out of turn since the turn last moved. */
  outOfTurn = 0;

  constructor(phase: Phase) {
    this.phase = phase;
  }

  /** Moves on, and returns what to do, or `undefined` if this cannot happen now. */
  happens(happening: TurnEvent): TurnAction | undefined {
    const row = turnTable[this.phase][happening];
    if (row === undefined) return undefined;
    const [next, action] = row;
    if (action === 'refuse it: not your turn') this.outOfTurn++;
    if (next !== this.phase) this.outOfTurn = 0;
    this.phase = next;
    return action;
  }

  /** The peer will not be heard any more. */
  over(ending: Ending): void {
    if (ending !== 'open') this.happens(happeningOf[ending]);
  }
}

const happeningOf = {
  ended: 'FIN',
  'cut off': 'half a frame, FIN',
  reset: 'RST',
} as const satisfies Record<Exclude<Ending, 'open'>, TurnEvent>;

/** The station's rules: it checks its callers, and tells them what they did wrong. */
export function stationRules(turns: Turns): Discipline {
  return {
    message(line) {
      const { kind, text } = fromPerson(line);
      if (kind === 'message')
        return { text, ...judgement(turns, turns.happens('message')) };
      if (text === '/quit') return judgement(turns, turns.happens('/quit'));
      const reply = `! Unknown command: ${beginning(text)} (there is /quit; // says a slash)`;
      return { kind: 'control', refused: 'unknown command', reply };
    },
    bad(error) {
      const reason = reasonOf(error);
      if (error.code === 'truncated') return { kind: 'message', refused: reason };
      const happening = error.code === 'too-large' ? 'too long' : 'not UTF-8';
      return judgement(turns, turns.happens(happening), reason);
    },
    over: ending => turns.over(ending),
  };
}

/** The caller's rules: it keeps track of the turn, and leaves it to the station to refuse. */
export function callerRules(turns: Turns): Discipline {
  return {
    message(text) {
      const kind = fromServer(text);
      if (kind !== 'message') return { kind };
      const { reply: _, ...judged } = judgement(turns, turns.happens('message'));
      return judged;
    },
    // An answer that is too long to be heard never brings the turn back.
    bad: error => ({ kind: 'message', refused: reasonOf(error), dismiss: true }),
    over: ending => turns.over(ending),
  };
}

function judgement(
  turns: Turns,
  action: TurnAction | undefined,
  reason = '',
): Judgement {
  switch (action) {
    case 'hear it':
      return { kind: 'message' };
    case 'refuse it: not your turn':
      return outOfTurn(turns.outOfTurn === 1);
    case 'refuse it: say it again':
      return {
        kind: 'message',
        refused: reason,
        reply: `! Rejected: ${reason}. Say it again`,
      };
    case 'refuse it and end':
      return {
        kind: 'message',
        refused: reason,
        reply: `! Too long: ${reason}`,
        dismiss: true,
      };
    case 'say goodbye':
      return { kind: 'control', reply: '* Goodbye', dismiss: true };
    default:
      return { kind: 'message', refused: 'the call is over' };
  }
}

/** One refusal per turn: otherwise a flood of messages would become a flood of answers. */
function outOfTurn(first: boolean): Judgement {
  const refused = { kind: 'message', refused: 'out of turn' } as const;
  return first ? { ...refused, reply: '! Not your turn: wait for [station]' } : refused;
}
