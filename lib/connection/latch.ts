/** Something that happens once. Its promise is made when it is asked for: most connections never are. */
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
