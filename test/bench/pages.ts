/** Writes the records of a long run, one for each end, as `--trace` would. */
export class Pages {
  /** By end: its file. */
  readonly #lines = new Map<string, string[]>();
  /** By end: the number of its last event. */
  readonly #last = new Map<string, number>();
  /** By link and end: how many frames it received. */
  readonly #received = new Map<string, number>();
  events = 0;

  get records(): [string, string][] {
    return [...this.#lines].map(([end, lines]) => [end, `${lines.join('\n')}\n`]);
  }

  open(caller: string, called: string, role?: 'relay'): void {
    const link = linkOf(caller, called);
    this.#write(caller, { link, what: 'opened', by: 'self' });
    this.#write(called, { link, what: 'opened', by: 'peer', role });
  }

  close(caller: string, called: string): void {
    const link = linkOf(caller, called);
    this.#write(caller, { link, what: 'ended', by: 'self' });
    this.#write(called, { link, what: 'ended', by: 'peer' });
    for (const end of [caller, called])
      this.#write(end, { n: 0, link, what: 'closed', by: 'self' });
  }

  says(from: string, to: string, text: string): void {
    this.#hear(to, this.#send(from, to, text));
  }

  /** A message that a relay passes on to all but its sender. */
  tells(from: string, relay: string, all: readonly string[]): void {
    const of = this.#hear(relay, this.#send(from, relay, 'hello to you all'));
    for (const to of all) {
      if (to !== from) this.#hear(to, this.#send(relay, to, 'hello to you all', of));
    }
  }

  /** Two speak to each other through a relay before either hears the other. */
  cross(one: string, other: string, relay: string): void {
    const [tea, coffee] = [
      this.#send(one, relay, 'Tea?'),
      this.#send(other, relay, 'Coffee?'),
    ];
    const [teaOf, coffeeOf] = [this.#hear(relay, tea), this.#hear(relay, coffee)];
    this.#hear(other, this.#send(relay, other, 'Tea?', teaOf));
    this.#hear(one, this.#send(relay, one, 'Coffee?', coffeeOf));
  }

  #send(from: string, to: string, text: string, of?: object) {
    const message = {
      link: linkOf(from, to),
      kind: 'message',
      text,
      size: text.length + 1,
    };
    this.#write(from, { ...message, what: 'sent', by: 'self', of });
    return message;
  }

  /** Where it came from, for a relay that passes it on. */
  #hear(end: string, message: { readonly link: string }): object {
    const { link } = message;
    const nth = (this.#received.get(`${end} ${link}`) ?? 0) + 1;
    this.#received.set(`${end} ${link}`, nth);
    this.#write(end, { ...message, what: 'received', by: 'peer' });
    return { link, nth };
  }

  #write(end: string, event: object): void {
    this.events++;
    const n = (this.#last.get(end) ?? 0) + 1;
    if (!('n' in event)) this.#last.set(end, n);
    const lines = this.#lines.get(end) ?? [];
    this.#lines.set(end, lines);
    lines.push(JSON.stringify({ n, at: this.events, end, ...event }));
  }
}

/** The same from both ends. */
const linkOf = (one: string, other: string): string => [one, other].sort().join('>');
