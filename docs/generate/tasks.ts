/**
 * Waits a few tasks: a datagram in memory takes one task and its answer another, so then nothing is
 * in transit.
 */
export async function tasks(): Promise<void> {
  for (let task = 0; task < 6; task++)
    await new Promise(resolve => setImmediate(resolve));
}
