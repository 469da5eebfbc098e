import type { Wire } from '../../connection/wire.ts';

/** Knows which person of the scene is at the other end of each of a server's links. */
export class Callers {
  readonly #names = new Map<string, string>();
  /** The server's ends, in the order in which they were accepted. */
  readonly #wires: Wire[] = [];

  /** Notes who has just called, and on which link. */
  named(name: string, link: string): void {
    this.#names.set(link, name);
  }

  accepted(wire: Wire): void {
    this.#wires.push(wire);
  }

  at({ link, address }: Wire): string {
    return this.#names.get(link) ?? address;
  }

  /** Returns how many bytes the server has sent to somebody, but the network has not taken. */
  heldFor(name: string): number {
    const theirs = this.#wires.filter(({ link }) => this.#names.get(link) === name);
    return theirs.at(-1)?.waiting ?? 0;
  }
}
