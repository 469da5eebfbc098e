import { type Clock, clean, type Wire } from '../connection/index.ts';
import {
  type Beats,
  checkOf,
  Knock,
  readWord,
  Session,
  type Word,
} from '../datagram/index.ts';
import { NoAnswer, Refused } from './answer.ts';
import { every } from './every.ts';
import type { Port } from './port.ts';
import { SessionWire } from './session-wire.ts';

/** A word on the way in is said so often, so many milliseconds apart. */
const tries = 6;
const apart = 500;

export interface DatagramConnectOptions {
  readonly clock: Clock;
  /** Who comes. */
  readonly name: string;
}

/**
 * Goes in by that port, which is its own from then on. Rejects when it is refused (`Refused`, with the room's
 * words), or when nobody answers; then the port is closed.
 */
export function connectBy(
  port: Port,
  to: string,
  options: DatagramConnectOptions,
): Promise<Wire> {
  const knocking = new Knock(options.name);
  return new Promise((resolve, reject) => {
    let left = tries;
    let settled = false;
    const stop = every(options.clock, apart, knock);
    port.start(
      (bytes, from) => {
        const word = from === to ? readWord(bytes) : undefined;
        if (word !== undefined) hear(word);
      },
      () => fail(new Error('ECONNREFUSED')),
    );
    knock();

    function knock(): void {
      if (left-- > 0) port.send(knocking.datagram, to);
      else
        fail(
          new NoAnswer(
            `no answer to ${tries} datagrams in ${(tries * apart) / 1_000} s`,
          ),
        );
    }

    function hear(word: Word): void {
      // The network may say it all twice.
      if (settled) return;
      const { datagram } = knocking;
      const news = knocking.hear(word);
      if (news !== undefined && 'refused' in news) fail(refusal(word, news.refused));
      else if (news !== undefined) {
        settle();
        resolve(goIn(port, to, options.clock, news.beats));
      } else if (knocking.datagram !== datagram) {
        left = tries;
        knock();
      }
    }

    function settle(): void {
      settled = true;
      stop();
    }

    function fail(error: Error): void {
      settle();
      port.start(() => {});
      reject(error);
      void port.close();
    }
  });
}

const refusal = (word: Word, why: string): Error =>
  word.is === 'refusal' ? new Refused(clean(why)) : new Error(why);

function goIn(port: Port, to: string, clock: Clock, beats: Beats): Wire {
  const wire = new SessionWire({
    link: `${port.address}>${to}`,
    address: to,
    session: new Session(clock.now()),
    put: datagram => port.send(datagram, to),
    over() {
      for (const stop of timers) stop();
      void port.close();
    },
  });
  const timers = [
    every(clock, beats.period, () => wire.beat()),
    every(clock, checkOf(beats), () => wire.check(clock.now(), beats)),
  ];
  port.start((bytes, from) => {
    const word = from === to ? readWord(bytes) : undefined;
    if (word !== undefined) wire.hear(word, clock.now());
  });
  return wire;
}
