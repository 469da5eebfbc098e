import type { Heartbeat } from './heartbeat.ts';

/** The version of the grammar that we speak. */
export const version = 2;

/** What one datagram says. docs/protocol.md has the grammar. */
export type Packet =
  /** `version`: the version of the grammar that the stranger speaks, if it says so. */
  | { readonly is: 'hello'; readonly version?: number }
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'join'; readonly token: string; readonly name: string }
  /** The name of the talk, and the room's heartbeat. */
  | { readonly is: 'joined'; readonly talk: string; readonly heartbeat: Heartbeat }
  /** `what`: the talk, or the token, that the room does not know. */
  | { readonly is: 'who?'; readonly what?: string }
  | { readonly is: 'refusal'; readonly words: string }
  | TalkPacket;

/** A word within a talk. It has an effect only with the name of that talk. */
export type TalkPacket =
  | {
      readonly is: 'say';
      readonly talk: string;
      readonly nth: number;
      readonly words: Uint8Array;
    }
  /** `last`: the number of the sender's last message, if it reports it. */
  | {
      readonly is: 'beat';
      readonly talk: string;
      readonly mark?: string;
      readonly last?: number;
    }
  | { readonly is: 'bye'; readonly talk: string; readonly last?: number };

/** Whether `word` belongs to a talk. */
export const isTalkPacket = (word: Packet): word is TalkPacket =>
  word.is === 'say' || word.is === 'beat' || word.is === 'bye';
