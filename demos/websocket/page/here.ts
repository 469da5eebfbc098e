/**
 * Who is here, from what the room says about it. `undefined`: this line does not tell, or not all
 * (`a, b and 48 more joined`): the room must be asked.
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
