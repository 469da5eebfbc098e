import { setTimeout as sleep } from 'node:timers/promises';
import { type AcceptOptions, Acceptor } from '../../connection/acceptor.ts';
import { clean } from '../../connection/clean.ts';
import { realClock } from '../../connection/clock.ts';
import type { ConnectionOptions } from '../../connection/options.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import { type Door, framingAt } from '../../scene/world/doors.ts';
import { relayedLimit, serverCodec } from '../../scene/world/flags.ts';
import type { Observation } from '../../trace/event.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Flags } from '../flags/arguments.ts';
import { TurnPrompt } from '../line/turn-prompt.ts';
import { typing } from '../line/typed.ts';
import { print, tinted } from '../output.ts';
import { openRecording } from '../record/open-recording.ts';
import { signalled } from '../signal.ts';
import type { Demo } from './demo.ts';
import { invitation, openDoors } from './doors.ts';
import { framingOf, spoilt } from './wiring.ts';

/** The longest time from the signal to the process's exit, in milliseconds, even if some peers have not left. */
const lastWait = 1_600;

/** `npm run demo:NAME -- server`. Returns when a signal has ended it. */
export async function runServer(demo: Demo, flags: Flags): Promise<boolean> {
  const { program } = demo;
  const show = (line: string) => (keyboard?.print ?? print)(line);
  const book = await openRecording({ flags, demo, end: program.server, show });
  const { entrances, observer } = await openDoors(demo, flags);
  const turns = new TurnPrompt(() => keyboard);
  const command = (line: string) => line !== demo.quit && turns.refuses();
  const keyboard = flags.has('operator')
    ? typing({ limit: relayedLimit, command })
    : undefined;
  const acceptor = new Acceptor(acceptOptions(demo, flags));
  const observe = (wire: Wire) => both(book.observer(wire), observer(wire));
  let callers = 0;
  let open = true;
  const { relays } = program;
  const name = () => `${demo.caller} ${++callers}`;
  for (const { door, listener } of entrances)
    acceptor.at(listener.wires, connectionOf({ flags, door, name, observe, relays }));
  const serving = program.serve(acceptor, {
    screen: line => void (open && show(tinted(clean(line)))),
    keyboard: keyboard?.lines ?? new Queue(),
    turn: mine => turns.is(mine),
    clock: realClock,
    flags,
  });
  // Whoever reads that it listens may stop it at once.
  const stopped = signalled();
  for (const { listener } of entrances) show(`listening on ${listener.address}`);
  for (const line of invitation(entrances, flags)) show(line);
  await stopped;
  const gone = Promise.all([
    ...entrances.map(({ listener }) => listener.close()),
    acceptor.stop(program.goodbye),
    serving,
  ]);
  await Promise.race([gone, sleep(lastWait)]);
  // The operator need not be notified that the keyboard is closed here.
  open = false;
  keyboard?.close();
  await book.close();
  return true;
}

/** The room of datagrams keeps the limit at its gate, before anybody is in. */
function acceptOptions({ program }: Demo, flags: Flags): AcceptOptions {
  if (program.byDatagram) return { limit: Number.POSITIVE_INFINITY };
  const limit = Number(flags.get('max-connections'));
  const { full } = program;
  return { limit, ...(full !== undefined && { full: `${full} (${limit} at a time)` }) };
}

interface Entering {
  readonly relays: boolean | undefined;
  readonly flags: Flags;
  readonly door: Door;
  /** Callers are numbered, through whichever door they come. */
  readonly name: () => string;
  readonly observe: (wire: Wire) => Observe | undefined;
}

function connectionOf({ flags, door, name, observe, relays }: Entering) {
  const codec = serverCodec(framingAt(door, framingOf(flags)), flags);
  return (wire: Wire): ConnectionOptions => {
    const called = name();
    return {
      wire: spoilt(wire, flags),
      codec,
      clock: realClock,
      role: 'callee',
      relays,
      peer: () => called,
      observe: observe(wire),
    };
  };
}

function both(one: Observe | undefined, other: Observe | undefined) {
  if (one === undefined || other === undefined) return one ?? other;
  return (observation: Observation) => {
    one(observation);
    other(observation);
  };
}
