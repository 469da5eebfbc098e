/** A Ctrl-C may be delivered twice, some 30 ms apart, by those who started us. Milliseconds. */
const sameSignal = 100;

/** Settles with the first Ctrl-C or SIGTERM. A second one, that is not the same again, ends at once. */
export function signalled(): Promise<void> {
  return new Promise(resolve => {
    let first: number | undefined;
    const onSignal = () => {
      first ??= performance.now();
      if (performance.now() - first > sameSignal) process.exit(0);
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
