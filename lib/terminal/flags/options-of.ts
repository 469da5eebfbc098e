import type { Demo } from '../programs/demo.ts';
import {
  datagramClientOptions,
  datagramSceneOptions,
  datagramServerOptions,
} from './datagram-option.ts';
import { clientOptions, sceneOptions, serverOptions } from './option.ts';

/** The flags of a demo's three commands. */
export function optionsOf({ port, program, caller, serverOptions: own, web }: Demo) {
  return program.byDatagram
    ? {
        scenes: datagramSceneOptions,
        server: { ...own, ...datagramServerOptions(port) },
        client: datagramClientOptions(port, caller),
      }
    : {
        scenes: sceneOptions,
        server: { ...own, ...serverOptions(port, web?.port) },
        client: clientOptions(port, program.asksName ? undefined : caller),
      };
}
