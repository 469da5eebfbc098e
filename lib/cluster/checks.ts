import { isName } from '../hub/name.ts';

/** Returns what JSON says, or `undefined` if these bytes are not JSON in UTF-8. */
export function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether it may be the name of a node's life. */
export const isLife = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

export const isWhole = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether it may be the name of a member, in its normal form. */
export const isNameHere = (value: unknown): value is string =>
  typeof value === 'string' && isName(value) && value.normalize() === value;
