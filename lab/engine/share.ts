import {
  type FaultName,
  type Faults,
  faultOf,
  isFault,
  units,
} from '../../lib/transport/faults/table.ts';
import type { LabState } from './state.ts';

/** A longer fragment is nobody's link of ours. */
const longest = 65_536;
const place = /^([a-z0-9-]{1,40})\/([a-z0-9-]{1,60})$/;
const mostMoments = 99_999;

/** Returns the state as the fragment of a link, without `#`: `half-duplex/both-wait?chop=1&at=4`. */
export function toFragment({ demo, scene, text, link, framing, at }: LabState): string {
  const words = new URLSearchParams();
  if (framing !== undefined) words.set('framing', framing);
  for (const [name, value] of Object.entries(link ?? {}))
    if (value !== undefined && value !== false)
      words.set(name, value === true ? '' : String(value));
  if (at !== undefined) words.set('at', String(at));
  if (text !== undefined) words.set('text', text);
  const more = words.toString();
  return `${demo}/${scene}${more === '' ? '' : `?${more}`}`;
}

/** Reads such a fragment, with `#` or without. Returns `undefined` if anything in it is wrong. */
export function fromFragment(fragment: string): LabState | undefined {
  if (fragment.length > longest) return undefined;
  const where = placeOf(fragment);
  const words = fragment.slice(fragment.indexOf('?') + 1 || fragment.length);
  const state = where && readWords(new URLSearchParams(words));
  return state && { ...where, ...state };
}

/** Reads the demo and the scene of such a fragment, whatever its settings are. */
export function placeOf(fragment: string): LabState | undefined {
  const [where = ''] = fragment.replace(/^#/, '').split('?', 1);
  const [, demo, scene] = place.exec(where) ?? [];
  return demo === undefined || scene === undefined ? undefined : { demo, scene };
}

type Settings = Omit<LabState, 'demo' | 'scene'>;

function readWords(words: URLSearchParams): Settings | undefined {
  const names = [...words.keys()];
  if (new Set(names).size < names.length) return undefined;
  let state: Settings = {};
  for (const [name, value] of words) {
    const more = isFault(name)
      ? readFault(state, name, value)
      : Object.hasOwn(readers, name) && readers[name]?.(value);
    if (!more) return undefined;
    state = { ...state, ...more };
  }
  return state;
}

const readers: Readonly<Record<string, (value: string) => Settings | undefined>> = {
  framing: value => (/^[a-z]{1,20}$/.test(value) ? { framing: value } : undefined),
  at: value => {
    const at = wholeIn(value, [0, mostMoments]);
    return at === undefined ? undefined : { at };
  },
  text: text => ({ text }),
};

function readFault(
  { link }: Settings,
  name: FaultName,
  text: string,
): Settings | undefined {
  const { unit } = faultOf(name);
  const value = unit === undefined ? text === '' : wholeIn(text, units[unit].range);
  if (value === undefined || value === false) return undefined;
  return { link: { ...link, [name]: value } as Faults };
}

function wholeIn(text: string, [least, most]: readonly [number, number]) {
  const number = /^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
