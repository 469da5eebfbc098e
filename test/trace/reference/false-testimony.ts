import { type Event, type File, isDrawn } from './line.ts';
import type { Tape } from './tape.ts';
import { numbered } from './testimony.ts';

type Alteration = (events: readonly Event[], tape: Tape) => readonly Event[];

const at = (events: readonly Event[], tape: Tape): number =>
  tape.below(Math.max(1, events.length));

/** Changes one event; `undefined` takes a field away. */
const change =
  (
    how: (
      event: Event,
      tape: Tape,
    ) => { [Field in keyof Event]?: Event[Field] | undefined },
  ): Alteration =>
  (events, tape) => {
    const chosen = at(events, tape);
    return events.map((event, index) => {
      if (index !== chosen) return event;
      const altered = Object.entries({ ...event, ...how(event, tape) });
      return Object.fromEntries(
        altered.filter(([, value]) => value !== undefined),
      ) as unknown as Event;
    });
  };

const insert =
  (how: (event: Event, tape: Tape) => Partial<Event>): Alteration =>
  (events, tape) => {
    const index = at(events, tape);
    const near = events[index];
    if (near === undefined) return events;
    const { n, at: time, end, link } = near;
    const event = { n, at: time, end, link, ...how(near, tape) } as Event;
    return numbered(events.toSpliced(index + tape.below(2), 0, event));
  };

/** Leaves something out, so that the numbers show it. */
export const omissions: Record<string, Alteration> = {
  drop: (events, tape) => {
    const drawn = events.filter(isDrawn);
    const hole = drawn.length > 1 ? drawn[at(drawn.slice(1), tape)] : undefined;
    return events.filter(event => event !== hole);
  },
  'cut the head': (events, tape) => {
    const drawn = events.filter(isDrawn);
    return events.slice(
      events.indexOf(drawn.at(1 + at(drawn.slice(2), tape)) as Event),
    );
  },
};

/** Stops early. */
export const earlyStop: Record<string, Alteration> = {
  'cut the tail': (events, tape) => events.slice(0, at(events, tape)),
};

/** What a forger, or a slip, may make of a file. */
export const alterations: Record<string, Alteration> = {
  ...omissions,
  ...earlyStop,
  leave: (events, tape) => events.toSpliced(at(events, tape), 1),
  'drop, and number again': (events, tape) =>
    numbered(events.toSpliced(at(events, tape), 1)),
  'cut the head, and number again': (events, tape) =>
    numbered(events.slice(at(events, tape))),
  swap: (events, tape) => swapped(events, at(events, tape)),
  'swap, and number again': (events, tape) =>
    numbered(swapped(events, at(events, tape))),
  repeat: (events, tape) => {
    const index = at(events, tape);
    return numbered(events.toSpliced(index, 0, ...events.slice(index, index + 1)));
  },
  text: change(({ text }) => ({ text: `${text ?? ''}!` })),
  size: change(({ size = 0 }) => ({ size: size + 1 })),
  kind: change((_, tape) => ({
    kind: tape.oneOf(['message', 'notice', 'control', undefined]),
  })),
  nth: change(({ nth = 0 }, tape) => ({
    nth: tape.oneOf([nth + 1, Math.max(1, nth - 1), undefined]),
  })),
  side: change(({ by }) => ({ by: by === 'self' ? 'peer' : 'self' })),
  'received or refused': change(({ what }) => ({
    what: what === 'received' ? 'refused' : what === 'refused' ? 'received' : what,
  })),
  reason: change(() => ({ reason: 'cut off by the end' })),
  origin: change(({ of, link }, tape) => ({
    of: of
      ? { link: of.link, nth: 1 + tape.below(4) }
      : tape.oneOf([undefined, undefined, { link, nth: 1 }]),
  })),
  'no origin': change(() => ({ of: undefined })),
  role: change(({ role, what }) => ({
    role: what === 'opened' && !role ? 'relay' : undefined,
  })),
  link: (events, tape) => {
    const [from, to] = [events[at(events, tape)], events[at(events, tape)]];
    return events.map(event =>
      to !== undefined && event.link === from?.link
        ? { ...event, link: to.link }
        : event,
    );
  },
  name: (events, tape) => {
    const from = events[at(events, tape)]?.end;
    const to = tape.oneOf(['a', 'b', 'R', 'z']);
    return events.map(event => (event.end === from ? { ...event, end: to } : event));
  },
  'a loss': insert((_, tape) => ({ what: 'lost', by: 'peer', nth: 1 + tape.below(4) })),
  'a reset': insert((_, tape) => ({ what: 'reset', by: tape.oneOf(['self', 'peer']) })),
  'an end': insert((_, tape) => ({ what: 'ended', by: tape.oneOf(['self', 'peer']) })),
  'a close': insert(() => ({ what: 'closed', by: 'self' })),
  'an opening': insert((_, tape) => ({
    what: 'opened',
    by: tape.oneOf(['self', 'peer']),
  })),
  'a word': insert((_, tape) => ({
    what: tape.oneOf(['sent', 'received']),
    by: tape.oneOf(['self', 'peer']),
    kind: 'message',
  })),
};

function swapped(events: readonly Event[], index: number): Event[] {
  const [one, other] = events.slice(index, index + 2);
  if (one === undefined || other === undefined) return [...events];
  return events.toSpliced(index, 2, other, one);
}

/** The files, one of them altered in one way. */
export function altered(
  files: readonly File[],
  tape: Tape,
  ways: Readonly<Record<string, Alteration>> = alterations,
): File[] {
  const chosen = tape.below(Math.max(1, files.length));
  const way = tape.oneOf(Object.values(ways));
  return files.map((file, index) =>
    index === chosen ? { ...file, events: [...way(file.events, tape)] } : file,
  );
}

/** Altered in one way, or in several, and now and then mixed up as well. */
export function falsified(files: readonly File[], tape: Tape): File[] {
  let lies = altered(files, tape);
  while (tape.chance(30)) lies = altered(lies, tape);
  return tape.chance(15) ? mixedUp(lies, tape) : lies;
}

/** The files, with one missing, one there twice, or two made one. */
export function mixedUp(files: readonly File[], tape: Tape): File[] {
  const chosen = tape.below(Math.max(1, files.length));
  const file = files[chosen];
  if (file === undefined) return [];
  switch (tape.below(4)) {
    case 0:
      return files.toSpliced(chosen, 1);
    case 1:
      return [...files, file];
    case 2:
      return files.toReversed();
    default: {
      const [one = file, other = file] = files;
      return [
        { name: 'both', events: numbered([...one.events, ...other.events]) },
        ...files.slice(2),
      ];
    }
  }
}
