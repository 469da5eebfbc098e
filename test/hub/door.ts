import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { Announcer } from '../../lib/hub/announcer.ts';

/** A place that only its door is watched of. */
export function door() {
  const clock = new VirtualClock();
  const here = new Set<string>();
  const said: string[] = [];
  const about: (readonly string[])[] = [];
  const announcer = new Announcer({
    clock,
    together: 100,
    count: () => here.size,
    say(notice, names) {
      said.push(notice);
      about.push(names);
    },
  });
  return {
    clock,
    here,
    about,
    said: () => said.splice(0),
    join(...names: readonly string[]) {
      for (const name of names) {
        here.add(name);
        announcer.joined(name);
      }
    },
    speaks: (name: string) => announcer.speaks(name),
    leave(...names: readonly string[]) {
      for (const name of names) {
        here.delete(name);
        announcer.left(name);
      }
    },
  };
}
