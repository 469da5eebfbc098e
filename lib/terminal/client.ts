import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, realClock, type Wire } from '../connection/index.ts';
import { clientLimit } from '../scene/flags.ts';
import { NoAnswer, Refused } from '../transport/answer.ts';
import { endpoint } from '../transport/endpoint.ts';
import { connect } from '../transport/tcp.ts';
import type { Flags } from './arguments.ts';
import type { Demo } from './demo.ts';
import { RunError } from './failure.ts';
import { framingOf, spoilt } from './link.ts';
import { notebook } from './notebook.ts';
import { complain, faint, print, tinted } from './output.ts';
import { signalled } from './signal.ts';
import { typing } from './typed.ts';

const tries = 3;
/** Milliseconds. */
const betweenTries = 500;
/** How long after its own FIN a client waits for the server's, in milliseconds. */
const lastWait = 10_000;
/** The same, after Ctrl-C. */
const hurriedWait = 1_000;

const broken = 'broke the connection';
const forPages =
  'is the door for the page: open it in a browser, or choose --port, where lines are';
const unanswered =
  'look at --host and --port: nobody even refuses there, so a firewall may be on the way';
const unknown = 'look at --host: nobody has that name';
const forgotten = 'is silent, or does not know us any more: come in again';

/** `npm run demo:NAME -- client`. */
export async function runClient(demo: Demo, flags: Flags): Promise<boolean> {
  const name = flags.get('name') ?? demo.caller;
  const show = (line: string) => terminal.print(line);
  const book = await notebook({ flags, demo, end: name }, show);
  const wire = await reach(demo, flags).catch(turnedAway);
  if (wire === undefined) return true;
  const { address } = wire;
  const terminal = typing({ limit: clientLimit, command });
  if (terminal.person)
    terminal.print(faint(`connected to ${address}   Ctrl-D = leave`));
  let first: string | undefined;
  const onThePage = () => demo.web !== undefined && /^HTTP\/1\.\d \d/.test(first ?? '');
  const screen = (line: string) => {
    const isFirst = first === undefined;
    first ??= line;
    if (!onThePage()) terminal.print(tinted(line));
    else if (isFirst) hangUp();
  };
  const connection = new Connection({
    wire: spoilt(wire, flags),
    codec: framingOf(flags)(clientLimit),
    clock: realClock,
    role: 'caller',
    observe: book.pen(wire),
    aside: screen,
  });
  void signalled().then(() => hangUp());
  await demo.client(connection, {
    typed: terminal.lines,
    screen,
    name: flags.get('name'),
    turn: mine => terminal.prompt(mine ? 'speak>  ' : 'listen> '),
  });
  await Promise.race([connection.closed, sleep(lastWait)]);
  terminal.close();
  book.close();
  if (onThePage())
    throw new RunError(`${address} ${forPages} (${demo.port} unless told)`);
  if (connection.ending === 'reset')
    throw new RunError(`${address} ${demo.program.byDatagram ? forgotten : broken}`);
  // What came before a lost line would be a gap: a room whose first word refuses has not taken the name.
  if (demo.program.byDatagram && first?.startsWith('! '))
    throw new RunError(`not let in as "${name}": give another name with --name`);
  return terminal.unsent === 0;

  /** Ctrl-C: says no more, and does not wait for an answer that may take its time. */
  function hangUp(): void {
    if (demo.quit !== undefined) connection.trySend(demo.quit, 'control');
    connection.end();
    terminal.lines.close();
    setTimeout(() => connection.destroy(), hurriedWait);
  }

  /** A command needs no turn: it does not wait behind the lines that do. */
  function command(line: string): boolean {
    if (demo.program.said(line) !== 'control') return false;
    void connection.send(line, 'control');
    return true;
  }
}

/** Three tries, saying so: the server may just be starting. */
async function reach(demo: Demo, flags: Flags): Promise<Wire> {
  const host = flags.get('host') ?? '';
  const port = Number(flags.get('port'));
  const call = demo.program.byDatagram
    ? (await import('./datagrams.ts')).connectByDatagram
    : () => connect(host, port);
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(flags);
    } catch (error) {
      if (error instanceof Refused) throw error;
      const { code, message } = error as NodeJS.ErrnoException;
      const problem = `cannot connect to ${endpoint(host, port)} (${code ?? message})`;
      if (attempt === tries || isUnknown(error))
        throw new RunError(`${problem}: ${wayOut(error, demo, port)}`);
      complain(`${problem}, trying again (${attempt} of ${tries})`);
      await sleep(betweenTries);
    }
  }
}

/** A full room's words, which over TCP come through the connection. */
function turnedAway(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error;
  print(tinted(error.message));
}

const isUnknown = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ENOTFOUND';

function wayOut(error: unknown, demo: Demo, port: number): string {
  if (error instanceof NoAnswer) return unanswered;
  if (isUnknown(error)) return unknown;
  const where = port === demo.port ? '' : ` --port ${port}`;
  return `start a server with npm run demo:${demo.name} -- server${where}`;
}
