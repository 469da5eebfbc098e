// How members of a crowd talk to each kind of server, where only bytes are counted.

export interface Speech {
  /** What a member writes first. `name`: who it is. */
  joins(name: string): string;
  says(words: string): string;
  /** What each hearer gets of it. */
  hears(name: string, words: string): string;
  /** A speaker has a link of its own for that, and hears its own words on the other. */
  readonly apart?: boolean;
}

const lines: Speech = {
  joins: name => `${name}\n`,
  says: words => `${words}\n`,
  hears: (name, words) => `[${name}] ${words}\n`,
};

const bulk = (...words: readonly string[]) =>
  `*${words.length}\r\n${words.map(word => `$${word.length}\r\n${word}\r\n`).join('')}`;

/** RESP, and no name: a channel has none. */
const redis: Speech = {
  joins: () => bulk('SUBSCRIBE', 'room'),
  says: words => bulk('PUBLISH', 'room', words),
  hears: (_, words) => bulk('message', 'room', words),
  apart: true,
};

const nats: Speech = {
  joins: () => 'CONNECT {"verbose":false,"echo":false}\r\nSUB room 1\r\n',
  says: words => `PUB room ${words.length}\r\n${words}\r\n`,
  hears: (_, words) => `MSG room 1 ${words.length}\r\n${words}\r\n`,
};

export const speechOf = (server: string): Speech =>
  server === 'redis' ? redis : server === 'nats' ? nats : lines;
