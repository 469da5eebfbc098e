import type { Wire } from '../../lib/connection/wire.ts';

/** What a wire has given to its program, in the words of the vectors. */
export class Ear {
  readonly heard: string[] = [];
  closed = false;

  constructor(wire: Wire) {
    wire.start({
      chunk: (bytes, arrival) => {
        const late = arrival?.late ? 'late ' : '';
        this.heard.push(`${late}${arrival?.nth} ${Buffer.from(bytes)}`);
      },
      missing: count => void this.heard.push(`missing ${count}`),
      drained() {},
      ended: () => void this.heard.push('end'),
      reset: () => void this.heard.push('reset'),
      closed: () => {
        this.closed = true;
      },
    });
  }
}
