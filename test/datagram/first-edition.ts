import type { Port } from '../../lib/transport/udp/port.ts';

/**
 * Ends that take every word for one of the talk that they are in, as the first edition of the
 * grammar did: an address was enough. They are wrong on purpose.
 */
export function knowsNoTalks(port: Port): Port {
  const talks = new Map<string, string>();
  return {
    ...port,
    send(bytes, to) {
      const talk = joined(bytes);
      if (talk !== undefined) talks.set(to, talk);
      port.send(bytes, to);
    },
    start: (hear, refused) =>
      port.start((bytes, from) => {
        const talk = joined(bytes);
        if (talk !== undefined && !talks.has(from)) talks.set(from, talk);
        hear(meant(bytes, from), from);
      }, refused),
  };

  function meant(bytes: Uint8Array, from: string): Uint8Array {
    const word = Buffer.from(bytes).toString('latin1');
    const talk = talks.get(from);
    if (talk === undefined) return bytes;
    const own = word.replace(
      /^(say|beat|bye|who\?)( [0-9a-z]{8})?(?= |\n|$)/,
      `$1 ${talk}`,
    );
    return Buffer.from(own, 'latin1');
  }
}

const joined = (bytes: Uint8Array): string | undefined =>
  /^joined (\w+)/.exec(Buffer.from(bytes).toString())?.[1];
