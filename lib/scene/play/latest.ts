/** Waits for the next event. */
export class Latest {
  #wake = () => {};

  happened(): void {
    this.#wake();
  }

  /** Settles with true at the next event, or with false if there was none within `ms`. */
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
