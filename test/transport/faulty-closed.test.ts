import { expect, it } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { faulty } from '../../lib/transport/faults/faulty.ts';
import { but } from '../conformance/but.ts';
import { memory, tcp, web } from '../conformance/links.ts';
import { oneTask, someTasks } from '../conformance/pair.ts';

it.each([
  ['memory', memory],
  ['tcp', tcp],
  ['websocket', web],
])(
  'a delayed link that we destroy closes after the reset of its peer, %s',
  async (_, open) => {
    const { near, far, close } = await open();
    let closedBehind = false;
    const behind = but(near, {
      start: events =>
        near.start({
          chunk: bytes => events.chunk(bytes),
          drained: () => events.drained(),
          ended: () => events.ended(),
          reset: () => events.reset(),
          closed() {
            closedBehind = true;
            events.closed();
          },
        }),
    });
    const delayed = faulty(behind, { delay: 300 }, new VirtualClock(), 'both');
    const said: string[] = [];
    delayed.start({
      chunk() {},
      drained() {},
      ended: () => void said.push('ended'),
      reset: () => void said.push('reset'),
      closed: () => void said.push('closed'),
    });
    far.destroy();
    while (!closedBehind) await oneTask();
    delayed.destroy();
    await someTasks();
    expect(said).toEqual(['closed']);
    await close();
  },
);
