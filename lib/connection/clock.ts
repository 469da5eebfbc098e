/**
 * The only source of time in lib, in milliseconds. It is an argument, so that a test can move
 * it.
 */
export interface Clock {
  now(): number;
  /** Calls `call` once, `ms` milliseconds from now. The returned function cancels the call. */
  after(ms: number, call: () => void): () => void;
}

/**
 * The machine's monotonic clock. A timer that is not cancelled keeps the process alive, because
 * it may hold the last words of a slow link. A timer never fires early: Node counts in whole
 * milliseconds, so one is added.
 */
export const realClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms + 1);
    return () => clearTimeout(timer);
  },
};
