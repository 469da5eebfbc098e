export type { Codec, Decoder } from './codec.ts';
export { FrameError, type FrameErrorCode } from './frame-error.ts';
export { lengthPrefixed } from './length-prefixed.ts';
export type { Limit } from './limit.ts';
export { lines } from './lines.ts';
export { raw } from './raw.ts';
export { text } from './text.ts';
