import { isName } from '../../../lib/hub/name.ts';

/**
 * Returns why this cannot be a name, with the first reason that a person can mend; an empty text if
 * it can.
 */
export function problemWithName(name: string): string {
  if (isName(name)) return '';
  const letters = [...name];
  if (letters.length === 0) return 'Type a name first';
  if (/\s/u.test(name)) return 'A name cannot have spaces';
  const sign = letters.find(letter => !/[\p{L}\p{Mn}\p{Mc}\p{Nd}_-]/u.test(letter));
  if (sign !== undefined) return `A name cannot have “${sign}”`;
  if (!/^\p{L}/u.test(name)) return 'A name must begin with a letter';
  if (letters.length > 24)
    return `Too long: ${letters.length} letters, the limit is 24`;
  return 'This name is not allowed: use the letters of one alphabet, and fewer bytes';
}
