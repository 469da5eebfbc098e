import type { TraceEvent } from '../../lib/trace/event.ts';
import { Run } from '../view/run.ts';

/** Short runs that several tests judge. Each call makes one of its own, to go on with. */

export const oneWay = (): Run =>
  new Run()
    .connect('sender', 'receiver')
    .end('receiver', 'sender')
    .say('sender', 'receiver', 'Michael');

/** The same, but the receiver may still speak. */
export const oneWaySoFar = (): Run =>
  new Run().connect('sender', 'receiver').say('sender', 'receiver', 'Michael');

export const call = (): Run => new Run().connect('alice', 'station');
export const question = (): Run => call().say('alice', 'station', 'Hi');
export const answered = (): Run => question().say('station', 'alice', 'HI');

/** Alice speaks again just as the station answers. */
export const eager = (): Run => question().cross('alice', 'station', 'Hello??', 'Yes');

/** Something is said, and not heard. */
export const refuse = (run: Run, from: string, to: string): Run =>
  run.refuse(run.send(from, to, 'Hello??'), 'out of turn');

/** What that end alone recorded. */
export const onlyOf = (end: string, { events }: Run): TraceEvent[] =>
  events.filter(event => event.end === end);
