import { servers } from '../trace/parts.ts';
import { isName, keyOf, rule } from './name.ts';

/** Names that would let a person pass for a part of the system. */
const reserved = [...servers, 'system', 'admin', 'you'];

/** Why a name in its normal form (NFC) cannot be taken by anybody, as the refusal to send. */
export function whyNobody(name: string): string | undefined {
  if (!isName(name)) return `! Invalid name: use ${rule}. Your name?`;
  return reserved.includes(keyOf(name))
    ? `! Reserved name: ${name}. Your name?`
    : undefined;
}

/** The refusal of a name that somebody has. */
export const taken = (name: string): string =>
  `! Taken: ${name} is here already. Your name?`;

/** Who is here, by name. Two names with the same key are one. */
export class Names {
  readonly #taken = new Set<string>();

  /** Takes a name in its normal form (NFC). If it cannot, returns the refusal to send. */
  take(name: string): string | undefined {
    const why = whyNobody(name);
    if (why !== undefined) return why;
    const key = keyOf(name);
    if (this.#taken.has(key)) return taken(name);
    this.#taken.add(key);
    return undefined;
  }

  /** Makes the name free again, immediately. */
  release(name: string): void {
    this.#taken.delete(keyOf(name));
  }
}
