import type { Wire } from '../../connection/wire.ts';

/** Who is at the other end of each of a server's links, by their names in the scene. */
export class Callers {
  readonly #names = new Map<string, string>();
  /** The server's ends, in the order in which they were accepted. */
  readonly #wires: Wire[] = [];

  /** Whoever has just called. */
  named(name: string, link: string): void {
    this.#names.set(link, name);
  }

  accepted(wire: Wire): void {
    this.#wires.push(wire);
  }

  at({ link, address }: Wire): string {
    return this.#names.get(link) ?? address;
  }

  /** Bytes that the server has said to somebody and the network has not taken. */
  heldFor(name: string): number {
    const theirs = this.#wires.filter(({ link }) => this.#names.get(link) === name);
    return theirs.at(-1)?.waiting ?? 0;
  }
}
