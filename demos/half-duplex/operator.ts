// Half-duplex with a person at the station: the same loop, but the answer is typed.
//
//     npm run demo:half-duplex -- server --operator      and nc 127.0.0.1 9002, twice
//
// One call at a time: the second hears `! Line busy`. A caller who keeps silent loses the line.

import { type Clock, type Connection, Queue } from '../../lib/connection/index.ts';
import { answer } from '../../lib/modes/index.ts';

export interface Station {
  screen(line: string): void;
  readonly keyboard: AsyncIterable<string>;
  readonly clock: Clock;
  /** How long a caller may hold the turn without a word, in seconds. */
  readonly silence: number;
}

interface Line {
  readonly call: Connection;
  /** What the operator typed for this caller, and for nobody else. */
  readonly words: Queue<string>;
}

export async function serveByOperator(
  calls: AsyncIterable<Connection>,
  station: Station,
): Promise<void> {
  let line: Line | undefined;
  void dictate(station, () => line);
  for await (const call of calls) {
    if (line !== undefined)
      call.dismiss('! Line busy: one call at a time, try again later');
    else {
      line = { call, words: new Queue() };
      void converse(line, station).then(() => {
        line = undefined;
      });
    }
  }
}

async function converse(
  { call, words }: Line,
  { screen, clock, silence }: Station,
): Promise<void> {
  screen(`* ${call.peer} is on the line`);
  let listening = answer(call);
  let owed = false;
  void call.heardLast.then(() => {
    const listens = call.ending === 'ended' || call.ending === 'cut off';
    const still = owed && listens ? ': give one more answer, or /quit' : '';
    screen(`* ${call.peer} ${farewell[call.ending]}${still}`);
  });
  void call.saidLast.then(() => words.close());
  for (;;) {
    const spoke = clock.after(silence * 1_000, () =>
      call.dismiss(`! Silent for ${silence} s: the line is needed`),
    );
    const talking = await listening.hear();
    spoke();
    if (talking === undefined) break;
    screen(`[${call.peer}] ${talking.heard}`);
    owed = true;
    const reply = await words.take();
    owed = false;
    if (reply === undefined) break;
    listening = await talking.say(`[station] ${reply}`);
  }
  call.end();
}

/** Who has ended can still hear one answer: FIN closes one direction only. */
const farewell: Record<Connection['ending'], string> = {
  open: 'is off the line',
  ended: 'has ended',
  'cut off': 'has ended in the middle of a message',
  reset: 'is gone without an end',
};

/** The operator's keyboard. A line typed too early waits for the turn; `/quit` hangs up. */
async function dictate(
  { keyboard, screen }: Station,
  current: () => Line | undefined,
): Promise<void> {
  for await (const typed of keyboard) {
    const line = current();
    if (line === undefined) screen('! Nobody is on the line');
    else if (typed === '/quit') line.call.dismiss('* The station hangs up', 'notice');
    else line.words.push(typed);
  }
}
