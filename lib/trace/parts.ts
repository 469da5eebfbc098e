/** What servers are called in a record. A person may not have such a name (lib/hub/names.ts). */
export const servers = ['server', 'station', 'exchange', 'room'] as const;

/** All ends of a record that are parts of the system and not people. */
const parts: readonly string[] = [...servers, 'sender', 'receiver', 'caller', 'peer'];

/** Adds an article to the name of a part, such as the station; names of people have none. */
export const withArticle = (end: string): string =>
  parts.includes(end) ? `the ${end}` : end;

/** `alice's`, `the station's`. */
export const possessive = (end: string): string => `${withArticle(end)}'s`;
