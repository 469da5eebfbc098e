/** Tabs as the ARIA practices have them: the arrow keys go from tab to tab, Tab goes into the panel. */
export function tabs(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
  const choose = (at: number) => {
    for (const [i, tab] of all.entries()) {
      tab.setAttribute('aria-selected', String(i === at));
      tab.tabIndex = i === at ? 0 : -1;
      panelOf(tab)?.classList.toggle('open', i === at);
    }
  };
  for (const [i, tab] of all.entries()) {
    // A panel scrolls, so the keyboard must reach it.
    panelOf(tab)?.setAttribute('tabindex', '0');
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
