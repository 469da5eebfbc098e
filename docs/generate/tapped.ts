import { EventEmitter, once } from 'node:events';
import { realClock } from '../../lib/connection/clock.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { framings } from '../../lib/tap/framings.ts';
import { TapPicture } from '../../lib/tap/tap-picture.ts';
import { Tap, type TapOptions } from '../../lib/terminal/tap/tap.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { freest, isMode } from '../../lib/trace/rules/index.ts';
import { portOf } from '../../lib/transport/tcp/endpoint.ts';
import { connect, listen } from '../../lib/transport/tcp/tcp.ts';
import { type Python, python } from './python.ts';

/**
 * Returns what `npm run tap` draws between two programs of examples/tap that need no person, and
 * the verdict.
 */
export async function tapped(program = '', mode: string = freest): Promise<string> {
  const { rows, over } = await between(program, mode, { clock: realClock, faults: {} });
  rows.push(await over);
  return rows.join('\n');
}

const hold = 200;

/** Two people chat, and each speaks while the tap still holds the other's words. */
export async function tappedChat(): Promise<string> {
  const clock = new VirtualClock();
  const options = { clock, faults: { delay: hold } };
  const { rows, over, happens, caller, server } = await between(
    'chat',
    freest,
    options,
  );
  for (const [who, text] of [
    [caller, 'Tea at four?'],
    [server, 'Are you free?'],
  ] as const) {
    who.type(`${text}\n`);
    await happens(event => event.what === 'sent' && event.text === text);
  }
  clock.step();
  for (const who of [caller, server]) {
    const other = who === caller ? 'server' : 'caller';
    who.end();
    await happens(
      ({ what, by, end }) => what === 'ended' && by === 'self' && end !== other,
    );
    clock.step();
    await happens(
      ({ what, by, end }) => what === 'ended' && by === 'peer' && end === other,
    );
  }
  const pump = setInterval(() => clock.step());
  rows.push(await over);
  clearInterval(pump);
  return rows.join('\n');
}

/** A page's. */
const window = { columns: () => 80, plain: false };

interface Between {
  readonly rows: string[];
  /** The verdict, once both programs have ended. */
  readonly over: Promise<string>;
  /** Settles when an event like this has happened. */
  happens(like: (event: TraceEvent) => boolean): Promise<void>;
  readonly caller: Python;
  readonly server: Python;
}

async function between(
  program: string,
  mode: string,
  options: Pick<TapOptions, 'clock' | 'faults'>,
): Promise<Between> {
  if (!isMode(mode)) throw new Error(`no mode "${mode}"`);
  const picture = new TapPicture({ window, mode, turns: 'free' });
  const rows: string[] = [];
  const events: TraceEvent[] = [];
  const news = new EventEmitter();
  const tap = new Tap({
    ...options,
    codec: framings.lines,
    happened(link, batch) {
      rows.push(...picture.draw(link, batch));
      events.push(...batch);
      news.emit('events');
    },
    ended: link => news.emit('over', picture.end(link).line),
  });
  const over = once(news, 'over').then(([line]) => String(line));
  const server = python(program, 'serve');
  const listener = await listen();
  const caller = python(program, 'call', String(portOf(listener.address)));
  const [near, far] = await Promise.all([
    firstOf(listener.wires),
    connect('127.0.0.1', Number(await server.firstLine)),
  ]);
  tap.between([near, far], ['caller', 'server']);
  void listener.close();
  return { rows, over, happens, caller, server };

  async function happens(like: (event: TraceEvent) => boolean): Promise<void> {
    for (let seen = 0; !events.slice(seen).some(like); ) {
      seen = events.length;
      await once(news, 'events');
    }
  }
}

async function firstOf<T>(items: AsyncIterable<T>): Promise<T> {
  for await (const item of items) return item;
  throw new Error('Cannot take the first: nothing came');
}
