import { setTimeout as sleep } from 'node:timers/promises';
import { realClock } from '../../connection/clock.ts';
import { clientLimit } from '../../connection/codecs.ts';
import type { Wire } from '../../connection/wire.ts';
import { mainDoor } from '../../scene/world/program.ts';
import { doorChosen } from '../../transport/doors.ts';
import { faultsOf } from '../../transport/faults/options.ts';
import { NoAnswer, Refused } from '../../transport/tcp/connect-timeout.ts';
import { RunError } from '../flags/failure.ts';
import { type ClientChosen, mainPort } from '../flags/options.ts';
import { askFirst, type OpenTyping } from '../line/ask-first.ts';
import { typing } from '../line/typed.ts';
import { complain, print, tinted } from '../output.ts';
import { openRecording } from '../record/open-recording.ts';
import { signalled } from '../signal.ts';
import { toStart } from '../to-start.ts';
import { ClientTalk } from './client-talk.ts';
import type { Demo } from './demo.ts';

const tries = 3;
/** The pause between two tries, in milliseconds. */
const betweenTries = 500;
const unanswered =
  'check --host and --port: there was no reply, not even a refusal, so a firewall may be dropping packets';
const unknown = 'host not found: check --host';

/** `npm run demo:NAME -- client`. */
export async function runClient(demo: Demo, chosen: ClientChosen): Promise<boolean> {
  const joins = mainDoor(demo).faults === 'datagrams';
  if (!joins || chosen.name !== undefined) return await beClient(demo, chosen);
  const called = (name: string) => ({ ...chosen, name });
  if (!process.stdin.isTTY) return await beClient(demo, called(demo.caller));
  const interrupted = signalled();
  const asked = await askFirst(openTyping, interrupted);
  try {
    if (asked.name === undefined) {
      asked.print('left: no name given');
      return true;
    }
    return await beClient(demo, called(asked.name), asked.typing, interrupted);
  } finally {
    asked.close();
  }
}

const openTyping: OpenTyping = command => typing({ limit: clientLimit, command });

async function beClient(
  demo: Demo,
  chosen: ClientChosen,
  open = openTyping,
  interrupted?: Promise<void>,
): Promise<boolean> {
  const { name = demo.caller } = chosen;
  const show = (line: string) => talk.print(line);
  const book = await openRecording({ chosen, demo, end: name, show });
  const wire = await reach(demo, chosen);
  const talk = new ClientTalk({
    demo,
    chosen,
    wire,
    observer: book.observer(wire, demo.server),
    clock: realClock,
    typing: open,
    person: process.stdin.isTTY,
    interrupted: interrupted ?? signalled(),
  });
  await talk.run();
  await book.close();
  return talk.outcome();
}

/** Connects, with three tries that it reports: the server may just be starting. */
async function reach(demo: Demo, chosen: ClientChosen): Promise<Wire> {
  const door = doorChosen(mainDoor(demo), chosen);
  const { connect } = await door.network();
  const link = { clock: realClock, faults: faultsOf(chosen) };
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect(chosen, link);
    } catch (error) {
      if (error instanceof Refused) throw turnedAway(error);
      const { code, message } = error as NodeJS.ErrnoException;
      const problem = `cannot connect to ${door.where(chosen)} (${code ?? message})`;
      if (attempt === tries || isUnknown(error))
        throw new RunError(`${problem}: ${wayOut(error, demo, chosen)}`);
      complain(`${problem}, trying again (${attempt} of ${tries})`);
      await sleep(betweenTries);
    }
  }
}

/** Returns the refusal of a datagram room as an error. Over TCP, a refusal comes through the connection. */
function turnedAway({ message }: Refused): RunError {
  print(tinted(message));
  return new RunError(`not let in: ${message.slice(2)}`);
}

const isUnknown = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ENOTFOUND';

function wayOut(error: unknown, demo: Demo, chosen: ClientChosen): string {
  if (error instanceof NoAnswer) return unanswered;
  if (isUnknown(error)) return unknown;
  return `start a server with ${toStart(`demo:${demo.name}`, 'server')}${placeOf(demo, chosen)}`;
}

/** Returns the flags for a server at the place where this client looks for it. */
function placeOf(demo: Demo, { port, socket }: ClientChosen): string {
  if (socket !== undefined) return ` --socket ${socket}`;
  return port === mainPort(demo) ? '' : ` --port ${port}`;
}
