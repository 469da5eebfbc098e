/**
 * Returns who is here after a notice of the room. `undefined` if the notice does not say it, or not completely
 * (`a, b and 48 more joined`): then the page must ask the room.
 */
export function hereAfter(
  here: readonly string[],
  notice: string,
): readonly string[] | undefined {
  const list = /^\* In the room: (.*)$/.exec(notice)?.[1];
  if (list !== undefined) return list.split(/, | (?=…)/);
  const [, names = '', what] =
    /^\* (\S+(?:, \S+)*) (joined|left) \(\d+ here\)$/.exec(notice) ?? [];
  if (what === undefined) return undefined;
  const moved = names.split(', ');
  const others = here.filter(name => !moved.includes(name));
  return what === 'joined' ? [...others, ...moved] : others;
}

/** Whether a notice is about who is here. */
export const isAboutPeople = (notice: string): boolean =>
  /^\* .* (joined|left) \(\d+ here\)$/.test(notice);
