import { suspension } from '../line/suspension.ts';
import type { EndingSignal } from '../signal.ts';

/** How fast a scene goes by. Times in milliseconds. */
export interface Pace {
  /** Waits `ms` after something was shown, or until a key. */
  rest(ms: number): Promise<void>;
  /** Waits until a key, or at most `ms`. */
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

/** How a person may leave before the end: with `q`, or with a key that means a signal. */
export interface Exits {
  leave(): void;
  interrupt(signal: EndingSignal): void;
}

const ctrlZ = '\u001a';
/** The keys that mean a signal: in raw mode they are keys like any other. */
const interrupting: Readonly<Record<string, EndingSignal>> = {
  '\u0003': 'SIGINT',
  '\u001c': 'SIGQUIT',
};
/** Matches one key: an arrow is an escape and two letters. */
const keysIn = (text: string): string[] =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what a key sends
  text.match(/\u001b(?:\[[ -?]*[@-~]|O.)|./gsu) ?? [];

/** At a terminal: space goes on, `a` plays on without rests, `q` leaves. */
export function byKeys(keyboard: NodeJS.ReadStream, exits: Exits): Pace {
  let hurried = false;
  /** Keys that were pressed for later rests. */
  let ahead = 0;
  let wake: (() => void) | undefined;
  const { suspend, close } = suspension(keyboard, () => {});

  function onKey(key: string): void {
    const signal = interrupting[key];
    if (signal !== undefined) exits.interrupt(signal);
    else if (key === ctrlZ) suspend();
    else if (key === 'q') exits.leave();
    else goOn(key);
  }
  function goOn(key: string): void {
    if (key === 'a') hurried = true;
    if (wake === undefined) ahead++;
    else wake();
  }
  const onKeys = (keys: Buffer) => keysIn(keys.toString()).forEach(onKey);
  keyboard.setRawMode(true);
  keyboard.on('data', onKeys);

  function wait(ms: number | undefined): Promise<void> {
    if (hurried) return Promise.resolve();
    if (ahead > 0) {
      ahead--;
      return Promise.resolve();
    }
    return new Promise(resolve => {
      const timer = ms === undefined ? undefined : setTimeout(go, ms);
      wake = go;
      function go(): void {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
    });
  }

  return {
    rest: wait,
    key: wait,
    close() {
      close();
      keyboard.off('data', onKeys);
      keyboard.setRawMode(false);
      keyboard.pause();
    },
  };
}
