import { defaultsOf, flagOf } from '../../options/option.ts';
import { doors } from '../../transport/doors.ts';
import { mainPort, type ServerChosen } from '../flags/options.ts';
import { fold } from '../fold.ts';
import { howToStop } from '../signal.ts';
import { toStart } from '../to-start.ts';
import type { Demo } from './demo.ts';
import type { OpenDoor } from './doors.ts';

/**
 * Returns lines that tell people how to join, and how to stop the server. Scripts need only the
 * addresses, which stand in the lines before.
 */
export function invitation(
  demo: Demo,
  open: readonly OpenDoor[],
  chosen: ServerChosen,
): string[] {
  const { page, main } = byKind(open);
  const nc = byHand(main, chosen);
  const browse = page && `open http://${page.listener.address}`;
  if (!process.stdout.isTTY)
    return browse === undefined ? [] : [[browse, nc ?? []].flat().join(', or: ')];
  const client = `${toStart(`demo:${demo.name}`, 'client')}${placeOf(demo, main)}`;
  const rows = [
    ...(browse === undefined
      ? [`join: ${client}`]
      : [`page: ${browse}`, `TCP:  ${client}`]),
    ...(nc === undefined ? [] : [`  or: ${nc}`]),
    `${chosen.operator ? `${demo.quit} = hang up   ` : ''}${howToStop}`,
  ];
  return rows.flatMap(row => fold(row, '      '));
}

/** Finds the doors by kind. The page's door is the first of two. */
function byKind(open: readonly OpenDoor[]) {
  const page = open.find(({ door }) => door === doors.websocket);
  return { page, main: open.find(one => one !== page) as OpenDoor };
}

/** The flags of a client that differ from their defaults. */
function placeOf(demo: Demo, { door, listener: { at = {} } }: OpenDoor): string {
  const usual = defaultsOf(door.client(mainPort(demo)));
  return Object.entries(at)
    .filter(([name, value]) => usual[name] !== value)
    .map(([name, value]) => ` ${flagOf(name)} ${value}`)
    .join('');
}

/** Returns the nc command to join, if nc can: lines over TCP, and datagrams. */
function byHand({ door, listener }: OpenDoor, { framing }: ServerChosen) {
  const place = listener.address.replace(/^\[?(.*?)\]?:(\d+)$/, '$1 $2');
  if (door === doors.udp) return `nc -u ${place}, and type what docs/protocol.md says`;
  return door === doors.tcp && framing === 'lines' ? `nc ${place}` : undefined;
}
