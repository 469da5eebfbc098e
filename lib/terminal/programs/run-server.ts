import { setTimeout as sleep } from 'node:timers/promises';
import { type AcceptOptions, Acceptor } from '../../connection/acceptor.ts';
import { clean } from '../../connection/clean.ts';
import { realClock } from '../../connection/clock.ts';
import { relayedLimit, serverCodec } from '../../connection/codecs.ts';
import type { ConnectionOptions } from '../../connection/options.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import { mainDoor } from '../../scene/world/program.ts';
import type { Observation } from '../../trace/event.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Door } from '../../transport/door.ts';
import type { ServerChosen } from '../flags/options.ts';
import { TurnPrompt } from '../line/turn-prompt.ts';
import { typing } from '../line/typed.ts';
import { print, tinted } from '../output.ts';
import { openRecording } from '../record/open-recording.ts';
import { signalled } from '../signal.ts';
import type { Demo } from './demo.ts';
import { openDoors } from './doors.ts';
import { invitation } from './invitation.ts';
import { framingOf, spoiling } from './wiring.ts';

/**
 * The longest time from the signal to the process's exit, in milliseconds, even if some peers have
 * not left.
 */
const lastWait = 1_600;

/** `npm run demo:NAME -- server`. Returns when a signal has ended it. */
export async function runServer(demo: Demo, chosen: ServerChosen): Promise<boolean> {
  const show = (line: string) => (keyboard?.print ?? print)(line);
  const book = await openRecording({ chosen, demo, end: demo.server, show });
  const { open: entrances, observer } = await openDoors(demo, chosen);
  const turns = new TurnPrompt(() => keyboard);
  const command = (line: string) => line !== demo.quit && turns.typed(line);
  const keyboard = chosen.operator
    ? typing({ limit: relayedLimit, command })
    : undefined;
  const acceptor = new Acceptor(acceptOptions(demo, chosen));
  const observe = (wire: Wire, peer: string) =>
    both(book.observer(wire, peer), observer(wire));
  let callers = 0;
  let open = true;
  const { relays } = demo;
  const name = () => `${demo.caller} ${++callers}`;
  for (const { door, listener } of entrances)
    acceptor.at(listener.wires, connectionOf({ chosen, door, name, observe, relays }));
  const screen = (line: string) => void (open && show(tinted(clean(line))));
  // A picture has each message, and who is connected: then neither is printed again.
  const { draw } = chosen;
  const serving = demo.serve(acceptor, {
    screen: line => void ((draw && demo.heard(line) === 'message') || screen(line)),
    ...(process.stdout.isTTY && !draw && { presence: screen }),
    keyboard: keyboard?.lines ?? new Queue(),
    turn: mine => turns.is(mine),
    clock: realClock,
    record: (link, peer) => book.unshown(link, peer),
    flags: chosen,
  });
  // A script that reads the next line may stop the server immediately.
  const stopped = signalled();
  for (const { listener } of entrances) show(`listening on ${listener.address}`);
  for (const line of invitation(demo, entrances, chosen)) show(line);
  const gone = stopped.then(() =>
    Promise.all([
      ...entrances.map(({ listener }) => listener.close()),
      acceptor.stop(demo.goodbye),
      serving,
    ]),
  );
  // A server that gives up ends its process too.
  await Promise.race([stopped, serving]);
  await Promise.race([gone, sleep(lastWait)]);
  // The operator need not be notified that the keyboard is closed here.
  open = false;
  keyboard?.close();
  await book.close();
  return true;
}

/**
 * The options for accepting connections. The datagram room itself checks the limit, before a client
 * has joined.
 */
function acceptOptions(demo: Demo, { maxConnections }: ServerChosen): AcceptOptions {
  const { full } = demo;
  if (mainDoor(demo).faults === 'datagrams') return { limit: Number.POSITIVE_INFINITY };
  const limit = maxConnections;
  return { limit, ...(full !== undefined && { full: `${full} (${limit} at a time)` }) };
}

interface Entering {
  readonly relays: boolean | undefined;
  readonly chosen: ServerChosen;
  readonly door: Door;
  /** Callers are numbered, whichever door they use. */
  readonly name: () => string;
  readonly observe: (wire: Wire, peer: string) => Observe | undefined;
}

function connectionOf({ chosen, door, name, observe, relays }: Entering) {
  const codec = serverCodec(door.codec ?? framingOf(chosen), chosen.maxMessage);
  const spoilt = spoiling(door, chosen);
  return (wire: Wire): ConnectionOptions => {
    const called = name();
    return {
      wire: spoilt(wire),
      codec,
      clock: realClock,
      role: 'callee',
      relays,
      peer() {
        return called;
      },
      observe: observe(wire, called),
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
