/** After how many heartbeats of ours that came back without a word from it, a node is gone. */
export const mostSilent = 5;

/**
 * Finds the nodes that are gone. Their silence is not counted in seconds, but in this node's own
 * heartbeats that have come back from the log. A node that is cut off from the log hears none of its
 * own, so it takes nobody for dead.
 */
export class Silence {
  readonly #missed = new Map<string, number>();

  /** Call this with each node that has written something. */
  heard(node: string): void {
    this.#missed.set(node, 0);
  }

  /** Expects nothing more of that node. */
  gone(node: string): void {
    this.#missed.delete(node);
  }

  /** Call this when a heartbeat of ours comes back. Returns the nodes that are gone. */
  beat(own: string): string[] {
    const silent: string[] = [];
    for (const [node, missed] of this.#missed) {
      if (node === own) continue;
      this.#missed.set(node, missed + 1);
      if (missed + 1 >= mostSilent) silent.push(node);
    }
    return silent;
  }
}
