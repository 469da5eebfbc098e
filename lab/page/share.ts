import { fromFragment, toFragment } from '../engine/share.ts';
import { byId } from './dom.ts';
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
    timer = setTimeout(() => history.replaceState(null, '', linkTo(now)), 300);
  });
  addEventListener('hashchange', () => {
    const state = fromFragment(location.hash);
    if (state) void lab.open(state, false);
  });
  byId('share', HTMLElement).addEventListener(
    'click',
    () => void copy(linkTo(lab.shown)),
  );
}

function linkTo({ state, at }: Shown): string {
  const address = new URL(location.href);
  address.hash = toFragment({ ...state, at });
  return address.href;
}

async function copy(link: string): Promise<void> {
  history.replaceState(null, '', link);
  try {
    await navigator.clipboard.writeText(link);
    tell('The link is copied. It holds everything that you see.');
  } catch {
    tell('Copy the address of this page: it holds everything that you see.');
  }
}
