/** An event that happens once. Its promise is made on demand: most connections never need it. */
export class Latch {
  happened = false;
  #promise: Promise<void> | undefined;
  #settle: (() => void) | undefined;

  get promise(): Promise<void> {
    this.#promise ??= new Promise(resolve => {
      if (this.happened) resolve();
      else this.#settle = resolve;
    });
    return this.#promise;
  }

  happens(): void {
    this.happened = true;
    this.#settle?.();
  }
}
