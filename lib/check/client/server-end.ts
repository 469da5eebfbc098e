import type { Wire } from '../../connection/wire.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** As much of a text is quoted. */
const mostQuoted = 80;
/** No script asks a client for as many bytes. */
const most = 65_536;

/** The server's end of the link to the client. It keeps the bytes as they came. */
export class ServerEnd {
  readonly #wire: Wire;
  readonly #bytes: number[] = [];
  #read = 0;
  /** How the client's direction ended, if it has. */
  ending: 'FIN' | 'RST' | undefined;

  /** `happened`: is told that something came. */
  constructor(wire: Wire, happened: () => void) {
    this.#wire = wire;
    const ends = (how: 'FIN' | 'RST') => {
      this.ending ??= how;
      happened();
    };
    wire.start({
      chunk: bytes => {
        this.#bytes.push(...bytes.subarray(0, most - this.#bytes.length));
        if (this.#bytes.length >= most) wire.destroy();
        happened();
      },
      drained() {},
      ended: () => ends('FIN'),
      reset: () => ends('RST'),
      closed: () => ends('RST'),
    });
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  /** What came and was not taken as a line. */
  get rest(): string {
    return textOf(this.#bytes.slice(this.#read));
  }

  get hasLine(): boolean {
    return this.#bytes.includes(lineFeed, this.#read);
  }

  /** Takes the next line, if it is whole. */
  line(): string | undefined {
    const at = this.#bytes.indexOf(lineFeed, this.#read);
    if (at < 0) return undefined;
    const end = this.#bytes[at - 1] === carriageReturn ? at - 1 : at;
    const text = textOf(this.#bytes.slice(this.#read, end));
    this.#read = at + 1;
    return text;
  }

  say(line: string): void {
    this.#wire.write(new TextEncoder().encode(`${line}\n`));
  }

  end(): void {
    this.#wire.end();
  }

  drop(): void {
    this.#wire.destroy();
  }
}

const textOf = (bytes: number[]): string =>
  new TextDecoder().decode(Uint8Array.from(bytes.slice(0, mostQuoted)));
