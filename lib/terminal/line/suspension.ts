/** Handles Ctrl-Z, which in raw mode is a key like any other: the shell has the keyboard until `fg`. */
export interface Suspension {
  suspend(): void;
  /** Stops listening for it. */
  close(): void;
}

/** The longest time until a stop takes effect, in milliseconds. */
const grace = 50;

/** `back` is called when we have the keyboard again; the shell may have written to the terminal meanwhile. */
export function suspension(keyboard: NodeJS.ReadStream, back: () => void): Suspension {
  let continued = 0;
  // This also runs after a stop from outside. A shell has changed the keyboard's mode, so it is set
  // even if Node believes that it is raw.
  const takeBack = () => {
    keyboard.setRawMode(false);
    keyboard.setRawMode(true);
    back();
  };
  const onContinue = () => {
    continued++;
    takeBack();
  };
  process.on('SIGCONT', onContinue);
  return {
    suspend() {
      if (process.platform === 'win32') return;
      const before = continued;
      keyboard.setRawMode(false);
      // Stop the whole process group: the shell waits for npm too, which has started us.
      process.kill(0, 'SIGTSTP');
      // If no shell could continue us, the kernel does not stop us.
      const unstopped = () => continued === before && takeBack();
      setTimeout(() => setImmediate(unstopped), grace);
    },
    close: () => void process.off('SIGCONT', onContinue),
  };
}
