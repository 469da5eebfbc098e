import { suspension } from '../line/suspension.ts';
import type { EndingSignal } from '../signal.ts';

/** The speed of a scene. Times are in milliseconds. */
export interface Pace {
  /** Call this when a scene begins: keys that hurried the last scene do not hurry this one. */
  begin(): void;
  /** Waits `ms` after something was shown, or until space; after `p` until space only. */
  rest(ms: number): Promise<void>;
  /** Waits until space. */
  key(): Promise<void>;
  /** Gives the keyboard back. */
  close(): void;
}

/** The pace without a terminal: nothing waits. */
export const atOnce: Pace = {
  begin: () => {},
  rest: async () => {},
  key: async () => {},
  close: () => {},
};

/** What keys do besides continuing: leave before the end, or show a line of help. */
export interface KeyActions {
  leave(): void;
  interrupt(signal: EndingSignal): void;
  /** Shows this line. */
  show(line: string): void;
}

/** Explains the keys. */
export const keyHelp = 'space = next   p = hold   a = finish this scene   q = leave';

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

/** The pace at a terminal: the keys work as `keyHelp` says, and every other key does nothing. */
export function byKeys(keyboard: NodeJS.ReadStream, actions: KeyActions): Pace {
  let hurried = false;
  let held = false;
  /** How often space was pressed for later rests. */
  let ahead = 0;
  let wake: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const { suspend, close } = suspension(keyboard, () => {});

  const keys: Readonly<Record<string, () => void>> = {
    ' ': goOn,
    '\r': goOn,
    p: hold,
    a() {
      hurried = true;
      wake?.();
    },
    q: () => actions.leave(),
    '?': () => actions.show(keyHelp),
    [ctrlZ]: suspend,
  };
  function onKey(key: string): void {
    const signal = interrupting[key];
    if (signal !== undefined) actions.interrupt(signal);
    else keys[key]?.();
  }
  function goOn(): void {
    held = false;
    if (wake === undefined) ahead++;
    else wake();
  }
  function hold(): void {
    if (held) return;
    held = true;
    ahead = 0;
    clearTimeout(timer);
    actions.show('held: press space to continue');
  }
  const onKeys = (keys: Buffer) => keysIn(keys.toString()).forEach(onKey);
  keyboard.setRawMode(true);
  keyboard.on('data', onKeys);

  function wait(ms: number): Promise<void> {
    if (hurried) return Promise.resolve();
    if (ahead > 0) {
      ahead--;
      return Promise.resolve();
    }
    return new Promise(resolve => {
      if (ms < Infinity && !held) timer = setTimeout(go, ms);
      wake = go;
      function go(): void {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
    });
  }

  return {
    begin() {
      hurried = false;
    },
    rest: wait,
    key: () => wait(Infinity),
    close() {
      close();
      keyboard.off('data', onKeys);
      keyboard.setRawMode(false);
      keyboard.pause();
    },
  };
}
