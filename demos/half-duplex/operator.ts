// Half-duplex with a person at the station: the same loop, but the answer is typed.
//
//     npm run demo:half-duplex -- server --operator      and nc 127.0.0.1 9002, twice
//
// One call at a time: a second caller hears `! Line busy`. A silent caller loses the line, and when the
// operator leaves (Ctrl-D) nobody can answer, so each caller gets a refusal that says so.

import type { Clock } from '../../lib/connection/clock.ts';
import type { Connection } from '../../lib/connection/connection.ts';
import { answer } from '../../lib/modes/half-duplex.ts';
import { Answers } from './answers.ts';

export interface Station {
  screen(line: string): void;
  readonly keyboard: AsyncIterable<string>;
  readonly clock: Clock;
  /** How long a caller may be silent, in seconds: with turns, while it has the turn. */
  readonly silence: number;
  /** Shows the operator whose turn it is; without an argument, that nobody is on the line. */
  turn?(mine?: boolean): void;
}

interface Line {
  readonly call: Connection;
  readonly answers: Answers;
}

interface Desk {
  line: Line | undefined;
  /** Whether somebody is at the keyboard. */
  attended: boolean;
}

export const nobodyAnswers = '! Nobody answers: the operator has left';
export const noOperator = '* End of input: callers now hear that nobody answers';

export async function serveByOperator(
  calls: AsyncIterable<Connection>,
  station: Station,
): Promise<void> {
  const desk: Desk = { line: undefined, attended: true };
  void dictate(station, desk);
  for await (const call of calls) {
    if (!desk.attended) call.dismiss(nobodyAnswers);
    else if (desk.line !== undefined)
      call.dismiss('! Line busy: one call at a time, try again later');
    else {
      desk.line = { call, answers: new Answers() };
      void converse(desk.line, station).then(() => {
        desk.line = undefined;
        station.turn?.();
      });
    }
  }
}

async function converse({ call, answers }: Line, station: Station): Promise<void> {
  const { screen, turn } = station;
  screen(`* ${call.peer} is on the line`);
  let listening = answer(call);
  let owed = false;
  reportEnd(call, screen, () => owed);
  void call.saidLast.then(() => answers.close());
  for (;;) {
    turn?.(false);
    const talking = await inTime(listening.hear(), call, station);
    if (talking === undefined) break;
    screen(`[${call.peer}] ${talking.heard}`);
    owed = true;
    turn?.(true);
    const reply = await answers.next();
    owed = false;
    if (reply === undefined) {
      call.dismiss(nobodyAnswers);
      break;
    }
    listening = await talking.say(`[station] ${reply}`);
  }
  call.end();
}

/** Waits for the caller's next words. A caller that is silent for too long is dismissed. */
export async function inTime<Words>(
  words: Promise<Words>,
  call: Connection,
  { clock, silence }: Pick<Station, 'clock' | 'silence'>,
): Promise<Words> {
  const stopWaiting = clock.after(silence * 1_000, () =>
    call.dismiss(`! Silent for ${silence} s: the line is needed`),
  );
  const heard = await words;
  stopWaiting();
  return heard;
}

/** A caller that has ended can still hear one answer, if that is `owed`: FIN closes one direction only. */
function reportEnd(
  call: Connection,
  screen: Station['screen'],
  owed: () => boolean,
): void {
  void call.heardLast.then(() => {
    const listens = call.ending === 'ended' || call.ending === 'cut off';
    const still = owed() && listens ? ': give one more answer, or /quit' : '';
    screen(`* ${call.peer} ${farewell[call.ending]}${still}`);
  });
}

const farewell: Record<Connection['ending'], string> = {
  open: 'is off the line',
  ended: 'has ended',
  'cut off': 'has ended in the middle of a message',
  reset: 'is gone without an end',
};

/** Reads the operator's keyboard. Piped words that come too early wait for the turn; `/quit` hangs up. */
async function dictate({ keyboard, screen }: Station, desk: Desk): Promise<void> {
  for await (const typed of keyboard) {
    const { line } = desk;
    if (line === undefined) screen('! Nobody is on the line');
    else if (typed === '/quit') line.call.dismiss('* The station hangs up', 'notice');
    else await line.answers.keep(typed);
  }
  desk.attended = false;
  screen(noOperator);
  // Words that still wait for their turn are sent before the call ends.
  if (desk.line?.answers.size === 0) desk.line.call.dismiss(nobodyAnswers);
  else desk.line?.answers.close();
}
