import { LooseScreen } from '../../lib/check/loose-screen.ts';
import type { OpenPlace, ServerPlace } from '../../lib/check/place.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { byLines, serverCodec } from '../../lib/connection/codecs.ts';
import { Queue } from '../../lib/connection/queue.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import type { Scene } from '../../lib/scene/script/scene.ts';
import { mainDoor, type Program } from '../../lib/scene/world/program.ts';
import type { Entrance } from '../../lib/transport/door.ts';
import { told } from '../told.ts';

/** One of our programs as a stranger's server over the real network. Its deadlines go by a clock that only scenes move. */
export const placeOf = (program: Program): ServerPlace => ({
  name: 'a program of ours',
  inHand: new Set(['pass', 'sees', 'see', 'type', 'isCut', 'settled', 'heldFor']),
  flags: true,
  open: scene => serve(program, scene),
});

async function serve(program: Program, { server }: Scene): Promise<OpenPlace> {
  const [clock, keyboard, screen] = [
    new VirtualClock(),
    new Queue<string>(),
    new LooseScreen(),
  ];
  const flags = told(program, ...server);
  const { network, codec = byLines, where } = mainDoor(program);
  const { listen, anywhere } = await network();
  const entrance = await listen({ ...flags, ...anywhere() }, { clock, faults: {} });
  let happened = () => {};
  const acceptor = serving(entrance);
  const stranger = {
    address: where(entrance.at),
    at: entrance.at,
    inHand: (tell: () => void) => {
      happened = tell;
      return {
        sees: screen.sees.bind(screen),
        see: screen.see.bind(screen),
        type: (line: string) => keyboard.push(line),
        pass: async (ms: number) => clock.moveTo(clock.now() + ms),
      };
    },
  };
  return { stranger, remarks: async () => [], close };

  function serving({ wires }: Entrance): Acceptor {
    const inside = new Acceptor({ limit: 50 });
    const heard = serverCodec(codec, flags.maxMessage);
    inside.at(wires, wire => ({ wire, codec: heard, clock, role: 'callee' }));
    const show = (line: string) => {
      screen.take(`${line}\n`);
      happened();
    };
    void program.serve(inside, { screen: show, keyboard, clock, flags });
    return inside;
  }

  async function close(): Promise<boolean> {
    const closed = entrance.close();
    acceptor.drop();
    keyboard.close();
    await closed;
    return true;
  }
}
