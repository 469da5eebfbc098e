import { p2p } from '../../../demos/p2p/demo.ts';
import { Hub } from '../../../lib/hub/hub.ts';
import { Lobby } from '../../../lib/hub/lobby.ts';
import type { Member } from '../../../lib/hub/member.ts';
import { demo } from '../../../lib/terminal/programs/demo.ts';

/** The classic exchange: the last caller is paired, and the partner before talks into the void. */
export const stealsThePartner = demo({
  ...p2p,
  async serve(connections, { clock, flags }) {
    const options = { clock, ...flags };
    const hub = new Hub(options);
    const lobby = new Lobby(hub, { ...options, welcome() {} });
    const partner = new Map<Member, Member>();
    for await (const connection of connections) {
      void lobby.enter(connection).then(async person => {
        for await (const { text: line } of connection) {
          const called = hub.find(line.replace('/to ', ''));
          const listener = person && partner.get(person);
          if (person && called) {
            partner.set(person, called).set(called, person);
            hub.tell(person, `* Paired with ${called.name}`, 'notice');
            hub.tell(called, `* Paired with ${person.name}`, 'notice');
          } else if (listener) {
            hub.tell(listener, `[${person.name}] ${line}`, 'message', person);
          }
        }
      });
    }
  },
});
