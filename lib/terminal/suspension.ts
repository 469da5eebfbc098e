/** Ctrl-Z, which in raw mode is a key like any other: the keyboard goes back to the shell until `fg`. */
export interface Suspension {
  suspend(): void;
  /** Listens no more. */
  close(): void;
}

/** By then a stop has come, in milliseconds. */
const grace = 50;

/** `back`: called when the keyboard is ours again, and the shell may have written meanwhile. */
export function suspension(keyboard: NodeJS.ReadStream, back: () => void): Suspension {
  let continued = 0;
  // Also after a stop from outside. A shell has changed the keyboard's mode, so it is set even if Node
  // believes that it is raw.
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
      // The whole process group: the shell waits for npm too, which has started us.
      process.kill(0, 'SIGTSTP');
      // Where no shell could continue us, the kernel does not stop us.
      const unstopped = () => continued === before && takeBack();
      setTimeout(() => setImmediate(unstopped), grace);
    },
    close: () => void process.off('SIGCONT', onContinue),
  };
}
