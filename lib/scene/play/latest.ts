/** Tells when the next thing happens. */
export class Latest {
  #wake = () => {};

  happened(): void {
    this.#wake();
  }

  /** Settles with the next thing that happens; false: nothing did within `ms`. */
  next(ms: number): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), ms);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = () => {};
        resolve(true);
      };
    });
  }
}
