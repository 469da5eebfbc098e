import { clean } from '../../connection/clean.ts';
import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { ClientHandshake, type Inside } from '../../datagram/client-handshake.ts';
import { checkOf } from '../../datagram/heartbeat.ts';
import { isTalkPacket, type Packet } from '../../datagram/packet.ts';
import { readPacket } from '../../datagram/read-packet.ts';
import { Session } from '../../datagram/session.ts';
import { memberSide } from '../../datagram/sides.ts';
import { NoAnswer, Refused } from '../tcp/connect-timeout.ts';
import { every } from './every.ts';
import { insist } from './insist.ts';
import type { Port } from './port.ts';
import { SessionWire } from './session-wire.ts';

/**
 * How often, and how many milliseconds apart, a client sends each datagram of the handshake, and
 * `bye` at the end.
 */
const comingIn = { tries: 6, apart: 500 };
const leaving = { tries: 20, apart: 150 };

export interface DatagramConnectOptions {
  readonly clock: Clock;
  /** The name of the member. */
  readonly name: string;
}

/**
 * Joins a room through `port`, which belongs to the wire from then on. Rejects if the room refuses
 * (`Refused`, with its words), or if there is no answer; then the port is closed.
 */
export function connectBy(
  port: Port,
  to: string,
  options: DatagramConnectOptions,
): Promise<Wire> {
  const { clock, name } = options;
  const knocking = new ClientHandshake(name);
  return new Promise((resolve, reject) => {
    let settled = false;
    let stop = () => {};
    port.start(
      (bytes, from) => {
        const word = from === to ? readPacket(bytes) : undefined;
        // The network may deliver everything twice.
        if (word !== undefined && !settled) hear(word);
      },
      () => fail(new Error('ECONNREFUSED')),
    );
    knock();

    function knock(): void {
      stop();
      stop = insist(
        clock,
        comingIn,
        () => port.send(knocking.datagram, to),
        () => fail(noAnswer()),
      );
    }

    function hear(word: Packet): void {
      const { datagram } = knocking;
      const news = knocking.hear(word);
      if (news !== undefined && 'refused' in news) fail(refusal(word, news.refused));
      else if (news !== undefined) {
        settle();
        resolve(goIn(port, to, clock, news));
      } else if (knocking.datagram !== datagram) knock();
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

function noAnswer(): NoAnswer {
  const { tries, apart } = comingIn;
  return new NoAnswer(
    `no answer to ${tries} datagrams in ${(tries * apart) / 1_000} s`,
  );
}

const refusal = (word: Packet, why: string): Error =>
  word.is === 'refusal' ? new Refused(clean(why)) : new Error(why);

function goIn(port: Port, to: string, clock: Clock, { talk, heartbeat }: Inside): Wire {
  const wire = new SessionWire({
    link: `${port.address}>${to}`,
    address: to,
    session: new Session({ talk, side: memberSide(), now: clock.now() }),
    put: datagram => port.send(datagram, to),
    leave: (bye, giveUp) => insist(clock, leaving, bye, giveUp),
    over() {
      for (const stop of timers) stop();
      void port.close();
    },
  });
  const timers = [
    every(clock, heartbeat.period, () => wire.beatIfDue(clock.now())),
    every(clock, checkOf(heartbeat), () => wire.check(clock.now(), heartbeat)),
  ];
  port.start((bytes, from) => {
    const word = from === to ? readPacket(bytes) : undefined;
    if (word === undefined) return;
    if (isTalkPacket(word)) wire.hear(word, clock.now());
    else if (word.is === 'who?' && word.what === talk) wire.forgotten();
  });
  return wire;
}
