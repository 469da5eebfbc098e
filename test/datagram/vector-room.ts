import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { MemoryNetwork } from '../../lib/transport/memory/memory-port.ts';
import { listenOn } from '../../lib/transport/udp/datagram-listener.ts';
import type { Port } from '../../lib/transport/udp/port.ts';
import { safeSecrets } from '../../lib/transport/udp/secrets.ts';
import { arrived, pass } from '../udp/place.ts';
import { Ear } from './ear.ts';
import type { Outcome, Step, Vector } from './vectors.ts';

/** What may be wrong with a room: how it hears, and how it speaks. */
export type Ports = (port: Port) => Port;

/**
 * What our room does in that state, with those datagrams. `port`: its own, which a wrong room has
 * another of.
 */
export async function inRoom(
  { before, in: steps }: Vector,
  states: Readonly<Record<string, readonly Step[]>>,
  port: Ports = right => right,
): Promise<Outcome> {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  const listener = listenOn(port(network.port('room')), { clock, ...safeSecrets() });
  const ears: Ear[] = [];
  void (async () => {
    for await (const wire of listener.wires) ears.push(new Ear(wire));
  })();
  const alice = network.port();
  const known = { TOKEN: '', TALK: '', MARK: '' };
  let out: string[] = [];
  alice.start(bytes => {
    const word = Buffer.from(bytes).toString().replace(/\n$/, '');
    known.TOKEN = /^token (\w+)$/.exec(word)?.[1] ?? known.TOKEN;
    known.TALK = /^joined (\w+)/.exec(word)?.[1] ?? known.TALK;
    known.MARK = /^beat \w+ ([a-z]+)/.exec(word)?.[1] ?? known.MARK;
    out.push(plain(word));
  });
  for (const step of states[before] ?? []) await take(step);
  out = [];
  const heard = ears.at(-1)?.heard.length ?? 0;
  const ear = ears.at(-1);
  for (const step of steps) await take(step);
  const last = ears.at(-1);
  const outcome = {
    out,
    heard: last?.heard.slice(last === ear ? heard : 0) ?? [],
    after: last === undefined || last.closed ? 'nobody' : 'inside',
  };
  return outcome;

  async function take(step: Step): Promise<void> {
    if (typeof step === 'string') alice.send(Buffer.from(meant(step)), 'room');
    else await pass(clock, step * 1_000);
    await arrived();
  }

  function plain(word: string): string {
    return Object.entries(known).reduce(
      (text, [name, own]) =>
        own === '' ? text : text.replace(new RegExp(`\\b${own}\\b`), name),
      word,
    );
  }

  function meant(word: string): string {
    return Object.entries(known).reduce(
      (text, [name, own]) => text.replace(name, own),
      word,
    );
  }
}
