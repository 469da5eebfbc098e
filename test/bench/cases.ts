import type { ServerName } from './server.ts';
import { type Tongue, webFrames } from './tongue.ts';

/** One kind of load, put on several servers in turn. */
export interface Case {
  readonly title: string;
  readonly members: number;
  readonly senders: number;
  readonly window: number;
  readonly messages: number;
  readonly servers: readonly ServerName[];
  /** Bytes of payload (default: 128). */
  readonly size?: number;
  /** Bytes are counted, and not compared: for servers that have no one order. */
  readonly counted?: boolean;
  /** Default: lines. */
  readonly tongue?: Tongue;
}

const others = ['ours', 'split2', 'readline'] as const;

const small = { members: 10, senders: 4, size: 32, counted: true } as const;

export const cases: readonly Case[] = [
  {
    title: '4 of 10 members speak, 32 B, 256 messages in transit each',
    window: 256,
    messages: 4_096,
    ...small,
    servers: ['ours', 'split2', 'redis', 'nats', 'floor'],
  },
  {
    title: '1 of 100 members speaks, 1 message in transit',
    members: 100,
    senders: 1,
    window: 1,
    messages: 200,
    servers: ['ours', 'loop', 'split2'],
  },
  {
    title: '4 of 100 members speak, 256 messages in transit each',
    members: 100,
    senders: 4,
    window: 256,
    messages: 1_024,
    servers: [...others, 'loop', 'naive', 'floor'],
  },
  {
    title: '4 of 1,000 members speak, 256 messages in transit each',
    members: 1_000,
    senders: 4,
    window: 256,
    messages: 256,
    servers: [...others, 'floor'],
  },
  {
    title: '99 of 100 members speak, 1 message in transit each',
    members: 100,
    senders: 99,
    window: 1,
    messages: 30,
    servers: others,
  },
];

const overWeb = {
  servers: ['web-ours', 'ws', 'ws-once', 'bun'],
  tongue: webFrames,
} as const;

export const webCases: readonly Case[] = [
  {
    title: '4 of 10 members speak, 32 B, 256 messages in transit each',
    window: 256,
    messages: 4_096,
    ...small,
    counted: false,
    ...overWeb,
  },
  {
    title: '1 of 100 members speaks, 1 message in transit',
    members: 100,
    senders: 1,
    window: 1,
    messages: 200,
    ...overWeb,
  },
  {
    title: '4 of 100 members speak, 256 messages in transit each',
    members: 100,
    senders: 4,
    window: 256,
    messages: 1_024,
    ...overWeb,
  },
  {
    title: '99 of 100 members speak, 1 message in transit each',
    members: 100,
    senders: 99,
    window: 1,
    messages: 30,
    ...overWeb,
  },
];

/** Sizes at which nothing may be lost, cut or out of order. */
export const sizes = [1, 2, 127, 128, 1_460, 4_096] as const;
