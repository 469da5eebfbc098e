/** Tabs as the ARIA practices have them: the arrow keys go from tab to tab, Tab goes into the panel. */
export function tabs(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
  const choose = (at: number) => {
    for (const [i, tab] of all.entries()) {
      tab.setAttribute('aria-selected', String(i === at));
      tab.tabIndex = i === at ? 0 : -1;
      const panel = panelOf(tab);
      panel?.classList.toggle('open', i === at);
      // A panel scrolls, so the keyboard must reach it, but not while nobody sees it.
      panel?.setAttribute('tabindex', i === at ? '0' : '-1');
    }
  };
  for (const [i, tab] of all.entries()) {
    tab.addEventListener('click', () => choose(i));
    tab.addEventListener('keydown', ({ key }) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (way === undefined) return;
      const next = (i + way + all.length) % all.length;
      choose(next);
      all[next]?.focus();
    });
  }
  choose(0);
}

const panelOf = (tab: HTMLElement): HTMLElement | null =>
  document.getElementById(tab.getAttribute('aria-controls') ?? '');
