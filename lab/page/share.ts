import { builtIn } from '../engine/built-in.ts';
import { openingAt } from '../engine/opening.ts';
import { fromFragment, toFragment } from '../engine/share.ts';
import { byId, calm } from './dom.ts';
import type { Lab, Shown } from './lab.ts';
import { tell } from './tell.ts';

/** The address holds the whole state, in its fragment: a browser sends that to nobody. */
export function share(lab: Lab): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  lab.listen((now, before) => {
    if (now.state === before?.state && now.at === before.at) return;
    if (now.files !== undefined || now.run.moments.length === 0) return;
    clearTimeout(timer);
    // Browsers refuse an address that changes too often.
    timer = setTimeout(() => keep(linkTo(now)), 300);
  });
  addEventListener('hashchange', () => void openLink(lab));
  byId('share', HTMLElement).addEventListener(
    'click',
    () => void copy(linkTo(lab.shown)),
  );
}

/** Opens what the address asks for. Without a moment in it, the scene plays. */
export function openLink(lab: Lab): Promise<void> {
  const { state, instead } = openingAt(builtIn, location.hash);
  if (instead !== undefined) tell(instead);
  return lab.open(state, state.at === undefined && !calm());
}

/** Returns the address of what is shown; `undefined` if its text is too long for a link. */
function linkTo({ state, at }: Shown): string | undefined {
  const address = new URL(location.href);
  address.hash = toFragment({ ...state, at });
  return fromFragment(address.hash) && address.href;
}

function keep(link: string | undefined): void {
  if (link !== undefined) history.replaceState(null, '', link);
}

async function copy(link: string | undefined): Promise<void> {
  if (link === undefined)
    return tell('This text is too long for a link. Copy it from the editor.');
  keep(link);
  try {
    await navigator.clipboard.writeText(link);
    tell('The link is copied. It holds everything that you see.');
  } catch {
    tell('Copy the address of this page: it holds everything that you see.');
  }
}
