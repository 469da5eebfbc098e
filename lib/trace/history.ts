import {
  type Conversation,
  conversationOver,
  conversationsThrough,
} from './conversation.ts';
import type { EndLog } from './end-log.ts';
import { type FrameOnLink, framesOf, kindOf } from './frame-on-link.ts';
import { place } from './place.ts';
import { Relays } from './relay.ts';
import { linksOf, type TraceLink } from './trace-link.ts';
import { type Unheard, unheard } from './unheard.ts';
import { missingFrom } from './whole.ts';

/** A link, and all frames that went over it. */
export interface Account {
  readonly link: TraceLink;
  readonly frames: readonly FrameOnLink[];
  /** What the link's records leave out, in words; `undefined` if they are whole. */
  readonly missing: string | undefined;
}

/** What happened in a run, put together from what each end saw. */
export interface History {
  /** The names of all ends that kept a record. */
  readonly ends: readonly string[];
  readonly accounts: readonly Account[];
  /** Whether any end passes on what it hears. If so, the conversations are between people, not over links. */
  readonly relayed: boolean;
  readonly conversations: readonly Conversation[];
  readonly unheard: readonly Unheard[];
}

/** Joins the logs of a run. Throws a Contradiction if they cannot all be true. */
export function historyOf(logs: ReadonlyMap<string, EndLog>): History {
  const links = linksOf(logs);
  const all = links.map(link => ({ link, frames: framesOf(link) }));
  const frames = all.flatMap(account => account.frames);
  place(logs, links, frames);
  const relays = new Relays(links, frames);
  const accounts = all.map(account => ({
    ...account,
    missing: missing(account, relays),
  }));
  const messages = frames.filter(isMessage);
  const relayed = relays.ends.size > 0;
  const conversations = relayed
    ? conversationsThrough(relays, frames)
    : all.map(({ link, frames }) => conversationOver(link, frames.filter(isMessage)));
  return {
    ends: [...logs.keys()],
    accounts,
    relayed,
    conversations,
    unheard: unheard(messages, relays, conversations),
  };
}

const isMessage = (frame: FrameOnLink): boolean => kindOf(frame) === 'message';

function missing(
  { link, frames }: Omit<Account, 'missing'>,
  relays: Relays,
): string | undefined {
  return missingFrom(link, frames) ?? relays.withoutSource(frames);
}
