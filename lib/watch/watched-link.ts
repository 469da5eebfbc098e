/** Frames in transit from one end of a link to the other. */
export interface Way {
  left: number;
  came: number;
  /**
   * Frames in transit when the record started over: they were sent before it, so it must not have
   * their arrival either.
   */
  before: number;
}

/** One link of the room, and what has to be known of it to record it. */
export interface WatchedLink {
  /** Its name in the record. Its real name contains the address of somebody's machine. */
  readonly id: string;
  /** The name that the room accepted. */
  name: string | undefined;
  toRoom: Way;
  toPage: Way;
  /** Messages that the room received, and those of them in the present record. */
  received: number;
  recorded: number;
  /** Whether a page at its other end reports what it sees, and still does so. */
  tells: boolean;
  /**
   * Whether it was open before anybody watched. What was in transit then is unknown, so nothing that
   * its page reports can be matched with what the room saw.
   */
  late: boolean;
  closed: boolean;
}

const way = (): Way => ({ left: 0, came: 0, before: 0 });

export const watchedLink = (id: string, tells: boolean): WatchedLink => ({
  id,
  name: undefined,
  toRoom: way(),
  toPage: way(),
  received: 0,
  recorded: 0,
  tells,
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
  link.toRoom = way();
  link.toPage = way();
}

/** Call this when the record starts over. */
export function startOver(link: WatchedLink): void {
  link.recorded = 0;
  for (const one of [link.toRoom, link.toPage])
    one.before = Math.max(0, one.left - one.came);
}

/** Counts one more arrival. Returns false if the frame was sent before the record began. */
export function arrives(way: Way): boolean {
  way.came++;
  if (way.before === 0) return true;
  way.before--;
  return false;
}
