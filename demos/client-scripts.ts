import { callerScripts } from '../lib/check/client/caller.ts';
import { peopleScripts } from '../lib/check/client/people.ts';
import type { ClientScript } from '../lib/check/client/script.ts';
import { senderScripts } from '../lib/check/client/sender.ts';

/** What is played with a learner's client of a mode. */
export const clientScripts: Readonly<Record<string, readonly ClientScript[]>> = {
  simplex: senderScripts,
  'half-duplex': callerScripts,
  p2p: peopleScripts('* Hello ana: /to NAME calls somebody', '* The exchange closes'),
  p2m: peopleScripts('* In the room: bob, ana', '* The room closes'),
};
