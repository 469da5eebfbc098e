import type { ServerInHand } from '../play/opposite.ts';
import { type Ability, bare, verb } from './verb.ts';

/** What is done to a server, or to one node of a server that is several. */
export const serverVerbs = {
  stop: verb({
    usage: 'stops',
    form: /^stops?$/,
    read: bare,
    server: byServer('stops, as after SIGTERM', 'stop', server => server.stop()),
  }),
  start: verb({
    usage: 'starts',
    form: /^starts?$/,
    read: bare,
    server: byServer('starts again', 'restart', server => server.restart()),
  }),
  'be cut off': verb({
    usage: 'is cut off',
    form: /^is cut off$/,
    read: bare,
    node: byServer('loses its way to the other nodes', 'cutOff', (server, node) =>
      server.cutOff(node, true),
    ),
  }),
  'be back': verb({
    usage: 'is back',
    form: /^is back$/,
    read: bare,
    node: byServer('finds its way to the other nodes again', 'cutOff', (server, node) =>
      server.cutOff(node, false),
    ),
  }),
  die: verb({
    usage: 'dies',
    form: /^dies$/,
    read: bare,
    node: byServer(
      'fails: it drops all its links (RST), and says nothing more',
      'die',
      (server, node) => server.die(node),
    ),
  }),
};

/** What a server does that can be told to. `name`: the server's, or its node's. */
function byServer<What extends keyof ServerInHand>(
  help: string,
  needs: What,
  does: (server: Pick<ServerInHand, What>, name: string) => void | Promise<void>,
): Ability<unknown> {
  return { help, needs, does: (_, name, { run }) => does(run.inHand(needs), name) };
}
