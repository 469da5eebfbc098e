import type { Kind, TraceEvent } from '../../lib/trace/event.ts';
import { type Flight, Run } from '../view/run.ts';
import {
  accepts,
  closes,
  connects,
  type Finding,
  fileOf,
  filesOf,
  hears,
  isReset,
  rejects,
  resets,
  says,
  wrote,
} from './finding.ts';
import { call, oneWay, oneWaySoFar, question, refuse } from './runs.ts';

/** Alice and bob, who speak at the same time through an exchange. */
function throughAnExchange(): Run {
  const run = new Run().connect('alice', 'exchange').connect('bob', 'exchange');
  const one = run.send('alice', 'exchange', 'Hello?');
  const other = run.send('bob', 'exchange', 'Hello?');
  run.hear(one).hear(other);
  return run.hear(run.relay(one, 'bob')).hear(run.relay(other, 'alice'));
}

const free = { turns: 'free' } as const;

/** Alice says something, and the exchange passes it on to bob as often as `kinds` has kinds. */
function passedOn(kinds: readonly Kind[], said: Kind = 'message'): Run {
  const run = new Run().connect('alice', 'exchange').connect('bob', 'exchange');
  run.hear(run.relay(say(run, 'bob', 'message'), 'alice'));
  const flight = say(run, 'alice', said);
  for (const kind of kinds) run.hear(relayedAs(run, flight, kind));
  return run;
}

function say(run: Run, from: string, kind: Kind): Flight {
  const flight = run.send(from, 'exchange', 'Hi', kind);
  run.hear(flight);
  return flight;
}

/** The exchange calls it something else. */
function relayedAs(run: Run, flight: Flight, kind: Kind): Flight {
  const copy = run.relay(flight, 'bob');
  run.events.push({ ...(run.events.pop() as TraceEvent), kind });
  return { ...copy, kind };
}

/** What the modes forbid, and what they ask. */
export const findingsOfModes: readonly Finding[] = [
  {
    name: 'A1: simplex acquitted a conversation both ways through a relay',
    files: filesOf(throughAnExchange()),
    right: [
      ['simplex', 'violated'],
      ['half-duplex', 'violated'],
      ['half-duplex', 'violated', free],
      ['full-duplex', 'shown'],
    ],
  },
  {
    name: 'A5: the station greets first, as in SMTP',
    files: filesOf(
      call().say('station', 'alice', '220').say('alice', 'station', 'EHLO'),
    ),
    right: [
      ['half-duplex', 'violated'],
      ['half-duplex', 'kept', free],
    ],
  },
  {
    name: 'A5: two words make one turn',
    files: filesOf(
      question().say('alice', 'station', 'Over.').say('station', 'alice', 'HI'),
    ),
    right: [
      ['half-duplex', 'violated'],
      ['half-duplex', 'kept', free],
    ],
  },
  {
    name: 'A6: a rejected word is not judged, though it crossed another',
    files: [
      wrote('alice', connects, says('One'), says('Two'), hears('ANSWER'), closes),
      wrote('station', accepts, hears('One'), says('ANSWER'), rejects('Two'), closes),
    ],
    right: [
      ['half-duplex', 'kept'],
      ['half-duplex', 'kept', free],
      ['full-duplex', 'undecided'],
    ],
  },
  {
    name: 'A6: a lost word is not judged either',
    files: [
      wrote(
        'alice',
        connects,
        says('One'),
        says('Two'),
        hears('ANSWER'),
        isReset,
        closes,
      ),
      wrote('station', accepts, hears('One'), says('ANSWER'), resets, closes),
    ],
    right: [['half-duplex', 'kept']],
  },
  {
    name: 'A8: each link is judged by itself',
    files: filesOf(
      oneWay().connect('receiver', 'boss').say('receiver', 'boss', 'Done'),
    ),
    right: [['simplex', 'kept']],
  },
  {
    name: 'A10: the speaker calls a message a command',
    files: [
      wrote('alice', connects, says('a'), { ...says('b'), kind: 'control' }),
      wrote('station', accepts, hears('a'), hears('b')),
    ],
    right: [['half-duplex', 'contradiction']],
  },
  {
    name: 'A10: replies that are called notices are still bytes back',
    files: filesOf(oneWaySoFar().say('receiver', 'sender', 'Welcome!', 'notice')),
    right: [['simplex', 'undecided']],
  },
  {
    name: 'A11: the receiver alone shows that a run kept simplex',
    files: fileOf('receiver', oneWay()),
    right: [
      ['simplex', 'kept'],
      ['half-duplex', 'undecided'],
      ['full-duplex', 'undecided'],
    ],
  },
  {
    name: 'A11: the sender alone does not',
    files: fileOf('sender', oneWay()),
    right: [['simplex', 'undecided']],
  },
  {
    name: 'A13: what was rejected shows no full-duplex',
    files: filesOf(
      refuse(question(), 'alice', 'station').say('station', 'alice', 'HI'),
    ),
    right: [['full-duplex', 'undecided']],
  },
  {
    name: 'A14: whom we call may be the speaker, as for the time of day',
    files: filesOf(call().say('station', 'alice', '12:00')),
    right: [
      ['simplex', 'violated'],
      ['simplex', 'kept', { from: 'station' }],
    ],
  },
  {
    name: 'what a person called a message is one, whatever the relay calls it',
    files: filesOf(passedOn(['notice'])),
    right: [['simplex', 'violated']],
  },
  {
    name: 'what a person called a notice is none, whatever the relay calls it',
    files: filesOf(passedOn(['message'], 'notice')),
    right: [['simplex', 'kept']],
  },
  {
    name: 'what a relay passes on twice was heard once, and was said in turn',
    files: filesOf(passedOn(['message', 'message'])),
    right: [
      ['half-duplex', 'kept'],
      ['half-duplex', 'kept', free],
    ],
  },
];
