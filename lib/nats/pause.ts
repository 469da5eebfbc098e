/** The pause before a node looks again for the stream, in milliseconds. */
export const again = 500;

export const pause = (time: number) =>
  new Promise<void>(done => setTimeout(done, time).unref());

/** NATS may not answer just now, so the work is tried until it succeeds, or is no longer needed. */
export async function untilDone(
  work: () => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const done = work().then(
      () => true,
      () => false,
    );
    if (await done) return;
    await pause(again);
  }
}
