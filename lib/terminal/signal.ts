/**
 * The signals that ask a program to end: Ctrl-C, `kill`, a closed window, Ctrl-\, and Ctrl-Break on
 * Windows.
 */
export const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK'] as const;
export type EndingSignal = (typeof endings)[number];

/** What a server tells people about it. Scripts know the signals. */
export const howToStop = 'Ctrl-C = stop';

/** Our parent process may deliver one Ctrl-C twice, some 30 ms apart. In milliseconds. */
const sameSignal = 100;

/**
 * Settles with the first signal. A second one, unless it is the same delivered twice, ends the
 * process immediately.
 */
export function signalled(): Promise<void> {
  return new Promise(resolve => {
    let first: { readonly signal: EndingSignal; readonly at: number } | undefined;
    const onSignal = (signal: EndingSignal) => {
      if (first === undefined) leaveItsRow();
      first ??= { signal, at: performance.now() };
      // A closed window causes several signals: one from the terminal, then one from the shell, at any time.
      const again = first.signal === 'SIGHUP' && signal === 'SIGHUP';
      if (!again && performance.now() - first.at > sameSignal) process.exit(0);
      resolve();
    };
    for (const signal of endings) process.on(signal, () => onSignal(signal));
  });
}

/** A terminal writes `^C` where the cursor is. In raw mode it does not. */
function leaveItsRow(): void {
  const { stdin, stderr } = process;
  if (stderr.isTTY && !stdin.isRaw) stderr.write('\n');
}
