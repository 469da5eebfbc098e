import { p2p } from '../../demos/p2p/demo.ts';
import { Exchange } from '../../demos/p2p/exchange.ts';
import { type Called, Pairs } from '../../demos/p2p/pairs.ts';
import { serve } from '../../demos/p2p/server.ts';
import type { Member } from '../../lib/hub/member.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';

/** The classic exchange: the last caller wins, and the third person still talks to the stolen partner. */
export class Steals<Person> extends Pairs<Person> {
  readonly #chatsWith = new Map<Person, Person>();

  override partner(person: Person): Person | undefined {
    return this.#chatsWith.get(person);
  }

  override call(from: Person, to: Person): Called {
    this.#chatsWith.set(from, to).set(to, from);
    return 'answered';
  }

  override part(person: Person): Person | undefined {
    const partner = this.#chatsWith.get(person);
    if (partner !== undefined) this.#chatsWith.delete(partner);
    this.#chatsWith.delete(person);
    return partner;
  }

  override remove(person: Person): Person | undefined {
    return this.part(person);
  }
}

/** Right but for one thing: who leaves stays in the calls of others. */
export class RemembersTheGone<Person> extends Pairs<Person> {
  override remove(person: Person): Person | undefined {
    return this.part(person);
  }
}

/** Right except for one thing: a person who leaves takes everybody's calls along. */
export class ForgetsAll<Person> extends Pairs<Person> {
  readonly #callers = new Set<Person>();

  override call(from: Person, to: Person): Called {
    this.#callers.add(from);
    return super.call(from, to);
  }

  override remove(person: Person): Person | undefined {
    const partner = this.part(person);
    for (const caller of this.#callers) if (!this.partner(caller)) super.remove(caller);
    super.remove(person);
    return partner;
  }
}

/** Right but for one thing: every call is news to the called one. */
export class TellsAgain<Person> extends Pairs<Person> {
  override call(from: Person, to: Person): Called {
    const done = super.call(from, to);
    return done === 'again' ? 'calling' : done;
  }
}

export const wrongExchange = (pairs: Pairs<Member>): Program =>
  demo({
    ...p2p,
    serve: (connections, { clock, flags }) =>
      serve(connections, new Exchange({ clock, ...flags }, pairs)),
  });
