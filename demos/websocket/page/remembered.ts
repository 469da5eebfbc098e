const key = 'name';

/** Returns the name that this tab had before it was loaded again. A browser may forbid to remember. */
export function rememberedName(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function rememberName(name: string): void {
  try {
    sessionStorage.setItem(key, name);
  } catch {}
}
