import type { Clock } from '../connection/clock.ts';
import type { Wire } from '../connection/wire.ts';

/** How long it may take to answer, in milliseconds. */
const answerTime = 300;
/** Nobody has asked for so much, in bytes. */
const tooMuch = 262_144;

/** A caller listens at first, after each of two lines, and after its end. */
const looks = 4;
const looked = `${(looks * answerTime) / 1_000} s`;

export const closesAtOnce =
  'It closes every connection immediately, and reads nothing.';

/**
 * Returns, in a sentence, how a server breaks every rule; `undefined` if it is not such a server.
 * `wasHeard`: somebody has heard it, so it may be slow, but it is not silent.
 */
export async function diagnose(
  wire: Wire,
  clock: Clock,
  wasHeard: boolean,
): Promise<string | undefined> {
  const caller = new Caller(wire, clock);
  try {
    return await told(caller, wasHeard);
  } finally {
    // A reset would make some servers print an error that says nothing about them.
    caller.end();
    if (!caller.ended && !caller.reset) await caller.listen();
    wire.destroy();
  }
}

async function told(caller: Caller, wasHeard: boolean): Promise<string | undefined> {
  await caller.listen();
  const greeting = caller.text;
  if (caller.bytes > tooMuch)
    return `It sends without end: ${caller.bytes} bytes came before anybody had said a word.`;
  await caller.say('one');
  await caller.say('two');
  if (greeting !== '') return undefined;
  if (caller.text !== '') return caller.ended ? undefined : reply(caller.text);
  if (wasHeard) return undefined;
  if (caller.reset) return closesAtOnce;
  return caller.ended ? undefined : await silence(caller);
}

function reply(text: string): string | undefined {
  if (text === 'one\ntwo\n') return 'It is an echo: it sends back what it is sent.';
  const lines = text.split('\n').filter(Boolean);
  if (lines.length > 1 && lines.every(line => line.startsWith('* ')))
    return 'It answers everything with a notice ("* …").';
  return undefined;
}

async function silence(caller: Caller): Promise<string> {
  caller.end();
  await caller.listen();
  return caller.ended || caller.reset
    ? `It reads, but sent nothing within ${looked}.`
    : `It accepts connections, and did nothing more within ${looked}: it did not even notice the end of a caller.`;
}

/** Somebody who calls, and waits for an answer. */
class Caller {
  bytes = 0;
  text = '';
  ended = false;
  reset = false;
  readonly #wire: Wire;
  readonly #clock: Clock;

  constructor(wire: Wire, clock: Clock) {
    this.#wire = wire;
    this.#clock = clock;
    const decoder = new TextDecoder();
    wire.start({
      chunk: bytes => {
        this.bytes += bytes.length;
        if (this.bytes > tooMuch) wire.pause();
        else this.text += decoder.decode(bytes, { stream: true });
      },
      drained() {},
      ended: () => {
        this.ended = true;
      },
      reset: () => {
        this.reset = true;
      },
      closed() {},
    });
  }

  say(words: string): Promise<void> {
    this.#wire.write(new TextEncoder().encode(`${words}\n`));
    return this.listen();
  }

  end(): void {
    this.#wire.end();
  }

  listen(): Promise<void> {
    return new Promise(resolve => this.#clock.after(answerTime, resolve));
  }
}
