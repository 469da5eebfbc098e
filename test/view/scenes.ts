import type { TraceEvent } from '../../lib/trace/event.ts';
import { Run } from './run.ts';

/** The runs that the pictures of several tests are drawn from. */

export const oneWay = (): Run =>
  new Run()
    .connect('sender', 'receiver')
    .end('receiver', 'sender')
    .say('sender', 'receiver', 'Michael')
    .say('sender', 'receiver', 'Sarah')
    .end('sender', 'receiver');

/** What the receiver displays. */
export const itsScreen = ({ what, by, end, text }: TraceEvent): string | undefined => {
  if (what === 'received') return text;
  return what === 'ended' && by === 'peer' && end === 'receiver' ? '(end)' : undefined;
};

export function takingTurns(): Run {
  const run = new Run().connect('alice', 'station');
  run.say('alice', 'station', 'Is anybody there?');
  run.refuse(run.send('alice', 'station', 'Hello??'), 'out of turn');
  run.say('station', 'alice', '! Not your turn: wait for [station]', 'refusal');
  run.say('station', 'alice', '[station] Yes. What is it?');
  run.say('alice', 'station', 'Just testing.');
  run.say('station', 'alice', '[station] Then test less.');
  return run.end('alice', 'station');
}

export const bothAtOnce = (): Run =>
  new Run()
    .connect('alice', 'bob')
    .cross('alice', 'bob', 'Tea at four?', 'Are you free?');

export function lineBusy(): Run {
  const run = new Run().connect('alice', 'station').say('alice', 'station', 'Hello');
  run.connect('bob', 'station').say('station', 'bob', '! Line busy', 'refusal');
  return run.end('station', 'bob').say('station', 'alice', '[station] Hi.');
}

/** Two people whose words cross on their way through the exchange. */
export function throughTheExchange(): Run {
  const run = new Run().connect('alice', 'exchange').connect('bob', 'exchange');
  const tea = run.send('alice', 'exchange', 'Tea at four?');
  const free = run.send('bob', 'exchange', 'Are you free?');
  run.hear(tea).hear(free);
  const toBob = run.relay(tea, 'bob');
  const toAlice = run.relay(free, 'alice');
  return run.hear(toAlice).hear(toBob);
}
