import type { Conversation } from '../conversation.ts';
import type { Counts } from '../counts.ts';
import { kindOf } from '../frame-on-link.ts';
import type { Account } from '../history.ts';
import { numberOf, plural, told } from '../naming.ts';
import { withArticle } from '../parts.ts';
import { type LinkSide, openingOf, type TraceLink } from '../trace-link.ts';
import type { RuleOptions } from './options.ts';
import { heardNothing, type Offence, type Rule } from './rule.ts';

/** One preassigned way: from the caller to the called end, unless `from` names another. */
export const simplexRule: Rule = {
  result: 'kept',
  title: () => 'simplex',
  offences: ({ conversations, alone }, options) => [
    ...conversations.flatMap(conversation => spokeBack(conversation, options) ?? []),
    ...alone.flatMap(account => heardBack(account, options) ?? []),
  ],
  oneEndTells({ link, frames }, options) {
    const [mine] = link.sides;
    const silent = frames.every(frame => kindOf(frame) !== 'message');
    return (
      openingOf(mine.seen) !== undefined && (silent || !speaks(mine, link, options))
    );
  },
  untested({ conversations, accounts, relayed }, options) {
    if (conversations.every(({ heard }) => heard.length === 0)) return heardNothing;
    if (relayed) return undefined;
    return accounts
      .map(account => sentBack(account, options))
      .find(why => why !== undefined);
  },
  evidence: counts => [
    sized(
      `${plural(counts.heard - counts.heardBack, 'message')} one way`,
      counts.bytesThere,
    ),
    theOtherWay(counts),
  ],
};

/** A record need not have bytes, or may have those of one way only. */
const sized = (words: string, bytes: number): string =>
  bytes === 0 ? words : `${words} (${plural(bytes, 'byte')})`;

function theOtherWay({ heardBack, bytesBack, hasBytes }: Counts): string {
  if (heardBack > 0) return sized(`${heardBack} the other way`, bytesBack);
  return hasBytes ? `${plural(bytesBack, 'byte')} the other way` : 'none the other way';
}

function spokeBack(
  { caller, callee, heard }: Conversation,
  options: RuleOptions,
): Offence | undefined {
  const speaker = options.from === callee ? callee : caller;
  const back = heard.find(({ from }) => from !== speaker);
  if (back === undefined) return undefined;
  const why = `${withArticle(back.from)} spoke at ${numberOf(back.sent)}`;
  return { seen: back.sent, why };
}

/** The same from the record of the end that may speak: it heard a message. */
function heardBack(
  { link, frames }: Account,
  options: RuleOptions,
): Offence | undefined {
  if (!speaks(link.sides[0], link, options)) return undefined;
  const back = frames.find(
    frame => frame.fate === 'received' && kindOf(frame) === 'message',
  );
  if (back?.got === undefined) return undefined;
  const why = `the other end was heard at ${numberOf(back.got)}`;
  return { seen: back.got, why };
}

/** Whether this end of the link is the one that may speak. */
function speaks(
  { end, seen }: LinkSide,
  { sides }: TraceLink,
  { from }: RuleOptions,
): boolean {
  const named = sides.some(side => side.end === from);
  return named ? end === from : openingOf(seen)?.event.by === 'self';
}

/** Simplex sends nothing back, not even frames that are not messages. */
function sentBack({ link, frames }: Account, options: RuleOptions): string | undefined {
  const silent = link.sides.find(side => !speaks(side, link, options))?.end;
  if (silent === undefined) return undefined;
  const back = frames.find(({ sent }) => sent?.log.end === silent)?.sent;
  if (back) return `${told(back)}: simplex sends nothing back`;
  const out = options.traffic?.get(link.name)?.get(silent)?.out ?? 0;
  return out > 0
    ? `${withArticle(silent)} sent ${plural(out, 'byte')} back`
    : undefined;
}
