import type { ConnectionOptions } from './options.ts';

/** Makes the record use the transport's names for FIN and RST, if it has its own. */
export function withEndings(options: ConnectionOptions): ConnectionOptions {
  const {
    observe,
    wire: { endings },
  } = options;
  if (observe === undefined || endings === undefined) return options;
  return {
    ...options,
    observe(observation) {
      const { what } = observation;
      const text = what === 'ended' || what === 'reset' ? endings[what] : undefined;
      observe(text === undefined ? observation : { ...observation, text });
    },
  };
}
