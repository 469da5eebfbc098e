import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { MemoryNetwork } from '../../lib/transport/memory/memory-port.ts';
import { connectBy } from '../../lib/transport/udp/datagram-connect.ts';
import type { Port } from '../../lib/transport/udp/port.ts';
import { arrived, pass } from '../udp/place.ts';
import { Ear } from './ear.ts';
import type { Outcome, Step, Vector } from './vectors.ts';

const known = { TOKEN: '000000k5a31f0c9d2e77', TALK: 'k3n9x0qa' } as const;
const names = Object.entries(known);

/** What our member does in that state, when a room says those datagrams. `port`: a wrong member has another. */
export async function atMember(
  { before, in: steps }: Vector,
  states: Readonly<Record<string, readonly Step[]>>,
  port: (port: Port) => Port = right => right,
): Promise<Outcome> {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  const room = network.port('room');
  let out: string[] = [];
  room.start(bytes => {
    const word = Buffer.from(bytes).toString().replace(/\n$/, '');
    out.push(names.reduce((text, [name, own]) => text.replace(own, name), word));
  });
  const alice = network.port();
  let state = 'outside';
  let leaving = false;
  let ear: Ear | undefined;
  let wire: Wire | undefined;
  connectBy(port(alice), 'room', { clock, name: 'alice' }).then(
    got => {
      wire = got;
      ear = new Ear(got);
    },
    (error: Error) => {
      state = `refused: ${error.message}`;
    },
  );
  await arrived();
  for (const step of states[before] ?? []) await take(step);
  out = [];
  const heard = ear?.heard.length ?? 0;
  for (const step of steps) await take(step);
  return { out, heard: ear?.heard.slice(heard) ?? [], after: after() };

  function after(): string {
    if (ear?.closed) return 'outside';
    if (ear !== undefined) return leaving ? 'leaving' : 'inside';
    return state;
  }

  async function take(step: Step): Promise<void> {
    if (step === 'end') {
      wire?.end();
      leaving = true;
    } else if (typeof step === 'number') await pass(clock, step * 1_000);
    else {
      const word = names.reduce((text, [name, own]) => text.replace(name, own), step);
      room.send(Buffer.from(word), alice.address);
    }
    await arrived();
    if (state === 'outside' && out.some(word => word.startsWith('join ')))
      state = 'asking';
  }
}
