/** How fast a scene goes by. Times in milliseconds. */
export interface Pace {
  /** After something was shown, for so long, or until a key. */
  rest(ms: number): Promise<void>;
  /** Until a key; `ms`: at most so long. */
  key(ms?: number): Promise<void>;
  /** Gives the keyboard back. */
  close(): void;
}

/** Without a terminal nothing waits. */
export const atOnce: Pace = {
  rest: async () => {},
  key: async () => {},
  close: () => {},
};

const ctrlC = '\u0003';

/** How a person may leave before the end: with `q`, or by Ctrl-C, which in raw mode is a key like any other. */
export interface Exits {
  leave(): void;
  interrupt(): void;
}

/** At a terminal: space goes on, `a` plays on without rests, `q` leaves. */
export function byKeys(keyboard: NodeJS.ReadStream, exits: Exits): Pace {
  let hurried = false;
  let wake = () => {};
  const onKeys = (keys: Buffer) => {
    for (const key of keys.toString()) {
      if (key === 'q') return exits.leave();
      if (key === ctrlC) return exits.interrupt();
      if (key === 'a') hurried = true;
      wake();
    }
  };
  keyboard.setRawMode(true);
  keyboard.on('data', onKeys);

  function wait(ms: number | undefined): Promise<void> {
    if (hurried) return Promise.resolve();
    return new Promise(resolve => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    rest: wait,
    key: wait,
    close() {
      keyboard.off('data', onKeys);
      keyboard.setRawMode(false);
      keyboard.pause();
    },
  };
}
