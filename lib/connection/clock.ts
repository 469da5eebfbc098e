/** The only time there is inside lib: injected, so that a test can move it. Milliseconds. */
export interface Clock {
  now(): number;
  /** Calls once, `ms` from now; the returned function takes that back. */
  after(ms: number, call: () => void): () => void;
}

/**
 * The machine's own monotonic clock. A timer that nobody took back keeps the process alive: it may
 * hold the last words of a slow link. It never fires early: Node counts in whole milliseconds, so one
 * is added.
 */
export const realClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms + 1);
    return () => clearTimeout(timer);
  },
};
