import { isName, keyOf } from '../../lib/hub/name.ts';

export const rules = { isName, keyOf };

const of = (pattern: RegExp) => (name: string) => pattern.test(name);

/** Rules on purpose wrong, each by the law that it breaks. */
export const wrongRules = {
  'has at most 24 characters': {
    ...rules,
    isName: of(/^\p{L}[\p{L}\p{M}\p{Nd}_-]*$/u),
  },
  'has at most 64 bytes': {
    ...rules,
    isName: of(/^\p{L}[\p{L}\p{M}\p{Nd}_-]{0,23}$/u),
  },
  'shows every character that it has': {
    ...rules,
    isName: of(/^\p{L}[\p{L}\p{M}]{0,23}$/u),
  },
  'never mixes Latin with Cyrillic or Greek': {
    ...rules,
    isName: of(/^\p{L}{1,24}$/u),
  },
  'has one key in every case and form': {
    ...rules,
    keyOf: (name: string) => name.toLowerCase(),
  },
};
