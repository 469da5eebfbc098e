import type { Observation } from '../trace/event.ts';

/** How many frames left one end of a link, and how many came to the other. */
export interface Way {
  left: number;
  came: number;
}

/** One link of the room, and what has to be known of it to record it. */
export interface WatchedLink {
  /** Its name in the record. Its real name contains the address of somebody's machine. */
  readonly id: string;
  /** The name of the person at its other end, as long as the room has not refused it. */
  name: string | undefined;
  /** Whether the room has let that person in. */
  inside: boolean;
  toRoom: Way;
  toPage: Way;
  /** Frames that the room received or refused. */
  frames: number;
  refused: number;
  /** How many of them it refused before the last that it received: a name, say. What it passes on does not count them. */
  skipped: number;
  /** Whether a page is at its other end, which may report what it sees. */
  readonly hasPage: boolean;
  /** Whether that page still does so. */
  tells: boolean;
  /**
   * Whether it was open before anybody watched. What was in transit then is unknown, so nothing that
   * its page reports can be matched with what the room saw.
   */
  late: boolean;
  closed: boolean;
}

const way = (): Way => ({ left: 0, came: 0 });

export const watchedLink = (id: string, hasPage: boolean): WatchedLink => ({
  id,
  name: undefined,
  inside: false,
  toRoom: way(),
  toPage: way(),
  frames: 0,
  refused: 0,
  skipped: 0,
  hasPage,
  tells: hasPage,
  late: false,
  closed: false,
});

/** Whether its page has reported all that it sent and received. */
export const isSettled = ({ tells, closed, toRoom, toPage }: WatchedLink): boolean =>
  !tells || closed || (toRoom.left === toRoom.came && toPage.left === toPage.came);

/** Call this when somebody begins to watch, and the link is open already. */
export function beginLate(link: WatchedLink): void {
  link.late = true;
  link.tells = false;
  link.inside = link.name !== undefined;
  link.toRoom = way();
  link.toPage = way();
}

/** Counts a frame. Returns its number on its link and way; `undefined` if it is not a frame. */
export function countFrame(
  link: WatchedLink,
  what: Observation['what'],
): number | undefined {
  if (what === 'sent') return ++link.toPage.left;
  if (what !== 'received' && what !== 'refused') return undefined;
  link.toRoom.came++;
  if (what === 'refused') link.refused++;
  else link.skipped = link.refused;
  return ++link.frames;
}

/** Returns the place of the nth frame that the room received on a link, among all its frames. */
export const originAt = ({ id, skipped }: WatchedLink, nth: number) => ({
  of: { link: id, nth: nth + skipped },
});

/** Until the room lets somebody in, control is a name. A later command begins with a slash. */
export function learnName(link: WatchedLink, { what, kind, text }: Observation): void {
  if (link.inside) return;
  if (what === 'received' && kind === 'control' && !text?.startsWith('/'))
    link.name = text;
  if (what === 'sent' && kind === 'refusal') link.name = undefined;
  if (what === 'sent' && kind === 'notice') link.inside = link.name !== undefined;
}
