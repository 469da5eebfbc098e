import { clean } from '../../connection/clean.ts';

/** Returns what somebody types as it stands on their own screen. */
export const typed = (text: string): string => `> ${clean(text)}`;
