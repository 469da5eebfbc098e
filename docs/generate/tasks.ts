/** A datagram in memory takes a task, and its answer another: after a few nothing is under way. */
export async function tasks(): Promise<void> {
  for (let task = 0; task < 6; task++)
    await new Promise(resolve => setImmediate(resolve));
}
