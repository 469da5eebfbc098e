/** What asks a program to end: Ctrl-C, `kill`, a closed window, Ctrl-\, and Ctrl-Break on Windows. */
export const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK'] as const;
export type Ending = (typeof endings)[number];

/** Those who started us may deliver one Ctrl-C twice, some 30 ms apart. Milliseconds. */
const sameSignal = 100;

/** Settles with the first of them. A second one, that is not the same again, ends the process immediately. */
export function signalled(): Promise<void> {
  return new Promise(resolve => {
    let first: { readonly signal: Ending; readonly at: number } | undefined;
    const onSignal = (signal: Ending) => {
      if (first === undefined) leaveItsRow();
      first ??= { signal, at: performance.now() };
      // A closed window says so again and again: the terminal, then the shell, each in its own time.
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
