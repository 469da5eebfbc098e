/** Each menu closes by Escape, and by a click anywhere but on its heading. */
export function menus(): void {
  const all = [...document.querySelectorAll<HTMLDetailsElement>('details.menu')];
  addEventListener('click', ({ target }) => {
    const heading = target instanceof Element ? target.closest('summary') : null;
    for (const menu of all) if (heading?.parentElement !== menu) menu.open = false;
  });
  for (const menu of all)
    menu.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
}
