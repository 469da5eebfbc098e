import type { ConnectionOptions } from './options.ts';

/** The record calls how a link ends by what its transport has for it, where that is not FIN and RST. */
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
