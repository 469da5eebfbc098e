import { defaultHeartbeat } from '../../datagram/heartbeat.ts';
import { type Codec, datagram, lines, text } from '../../framing/index.ts';
import type { Stage } from './program.ts';

/** A framing with its limit still open: server and clients have their own. */
export type CodecFor = (maxPayload: number) => Codec<string>;

/** What a client accepts: more than a server may be told, so that a name in front still fits. */
export const clientLimit = 16_384;

/** The bytes of `[name] ` with a name of 64 bytes, and of `(late) `. */
const inFront = 74;

/** The longest text that clients still accept with a name in front of it, in bytes. */
export const relayedLimit = clientLimit - inFront;

/** What a person may say to a server, in bytes of payload. */
export const serverLimit = (flags: ReadonlyMap<string, string>): number =>
  Number(flags.get('max-message') ?? 4_096);

/** As much as a length prefix can say. */
const unlimited = 0xffff_ffff;

/**
 * What a server hears is limited, what it says is not: its words are a person's with a name in front,
 * or in capitals, and so longer than what it was allowed to hear.
 */
export function serverCodec(
  framing: CodecFor,
  flags: ReadonlyMap<string, string>,
): Codec<string> {
  const heard = framing(serverLimit(flags));
  return { ...framing(unlimited), decoder: () => heard.decoder() };
}

export const byLines: CodecFor = maxPayload => text(lines({ maxPayload }));

/** A datagram, a message. */
export const datagramCodec: CodecFor = maxPayload => text(datagram({ maxPayload }));

/** `--operator --max-message 16`, by name. */
export function readFlags(
  words: readonly string[],
  defaults: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const flags = new Map(Object.entries(defaults));
  words.forEach((word, index) => {
    if (!word.startsWith('--')) return;
    const next = words[index + 1] ?? '';
    flags.set(word.slice(2), next.startsWith('--') ? '' : next);
  });
  return flags;
}

/** What a server that relays needs to know, from its flags. */
export function hubOptionsOf({ clock, flags }: Stage) {
  return {
    clock,
    queue: Number(flags.get('queue') ?? 262_144),
    burst: Number(flags.get('burst') ?? 65_536),
    nameTime: Number(flags.get('name-time') ?? 30),
  };
}

/** The heartbeat that the flags ask for: its period, and the number of silent periods until a member is gone. */
export const heartbeatOf = (flags: ReadonlyMap<string, string>) => ({
  period: Number(flags.get('beat') ?? defaultHeartbeat.period / 1_000) * 1_000,
  missed: Number(flags.get('missed') ?? defaultHeartbeat.missed),
});

/** How many messages of one member are heard in a second. */
export const burstOf = (flags: ReadonlyMap<string, string>): number =>
  Number(flags.get('burst') ?? 100);

/** The most members that one host may have at a time. */
export const perHostOf = (flags: ReadonlyMap<string, string>): number =>
  Number(flags.get('max-per-host') ?? 100);
