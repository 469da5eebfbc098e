// How members of a crowd talk to each kind of server, where only bytes are counted.

import { webFrames } from './tongue.ts';

export interface Speech {
  /** What a member writes first. `name`: who it is. */
  joins(name: string): string;
  says(words: string): string;
  /** What each hearer gets of it. */
  hears(name: string, words: string): string;
  /** What the server asks, and must be answered. */
  readonly answer?: { readonly to: string; readonly says: string };
  /** What a member hears when it is in. Without it nobody is waited for. */
  readonly welcome?: string;
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
  answer: { to: 'PING\r\n', says: 'PONG\r\n' },
};

/** Over WebSocket, and there a packet of Engine.IO with an event in it. */
const socketIo: Speech = {
  joins: () =>
    webFrames.greeting.replace('/room', '/socket.io/?EIO=4&transport=websocket'),
  says: words => webFrames.says(`42["say","${words}"]`),
  hears: (_, words) => webFrames.hears(`42["said","${words}"]`),
  answer: { to: '"upgrades"', says: webFrames.says('40') },
  welcome: '40{"sid"',
};

/** Our own room says who is in. */
const room: Speech = { ...lines, welcome: '* In the room' };

const speeches: Readonly<Record<string, Speech>> = {
  room,
  redis,
  nats,
  'socket.io': socketIo,
};

export const speechOf = (server: string): Speech => speeches[server] ?? lines;
