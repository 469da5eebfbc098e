import type { ConnectionOptions } from './connection.ts';

/** The record calls how a link ends by what its transport has for it, where that is not FIN and RST. */
export function withSigns(options: ConnectionOptions): ConnectionOptions {
  const {
    observe,
    wire: { signs },
  } = options;
  if (observe === undefined || signs === undefined) return options;
  return {
    ...options,
    observe(observation) {
      const { what } = observation;
      const text = what === 'ended' || what === 'reset' ? signs[what] : undefined;
      observe(text === undefined ? observation : { ...observation, text });
    },
  };
}
