import { doorWords } from '../../transport/doors.ts';
import {
  hear,
  hearAmong,
  hearEnding,
  hearNothing,
  isAmong,
  isNext,
} from '../play/hearing.ts';
import { parseFaults } from './parse-faults.ts';
import { serverVerbs } from './server-verbs.ts';
import { readBytes } from './text.ts';
import {
  actorOf,
  bare,
  caller,
  onlyTheEnd,
  readDoor,
  speak,
  type Verb,
  verb,
  type Words,
  words,
} from './verb.ts';

/** Every verb of scenes: how it is written, what it says, and what it does. The first form that fits counts. */
export const verbs = {
  connect: verb({
    usage: 'connects [as NAME | without a name] [at NODE] [over DOOR] [with FAULTS]',
    form: /^connects?(?: (?:as (\S+)|(without a name)))?(?: at (\S+))?(?: over (\S+))?(?: with (.+))?$/,
    read: ([, name, nameless, at, door, faults = ''], fail) => ({
      /** The name to give; empty: none. */
      as: nameless === undefined ? name : '',
      /** The node, and then the door; `undefined`: the server's first. */
      at,
      door: door === undefined ? door : readDoor(door, fail),
      faults: parseFaults(faults, fail),
    }),
    newcomer: {
      help: `connects and, where the mode has names, says NAME (default: WHO). DOOR is ${doorWords.map(door => `\`${door}\``).join(', ')} (default: the server's first). NODE is one node of a server that is several (default: the first)`,
      does: ({ as, at, door, faults }, name, { run }) =>
        run.connect(name, as ?? name, faults, door, at),
    },
  }),
  say: verb({
    usage: 'says TEXT',
    form: /^says? (.*)$/s,
    read: words,
    atOnce: true,
    caller: caller('sends one whole message', speak),
    server: {
      help: 'the operator types TEXT',
      needs: 'type',
      does: ({ text }, _, { run }) => run.inHand('type').type(text),
    },
  }),
  begin: verb({
    usage: 'begins TEXT',
    form: /^begins? (.*)$/s,
    read: words,
    atOnce: true,
    caller: caller(
      'sends the frame of that message without its last byte',
      (actor, { text }: Words) => actor.begin(text),
    ),
  }),
  finish: verb({
    usage: 'finishes',
    form: /^finish(?:es)?$/,
    read: bare,
    atOnce: true,
    caller: caller('sends that last byte', actor => actor.finish()),
  }),
  write: verb({
    usage: 'writes "BYTES"',
    form: /^writes? (.*)$/s,
    read: ([, bytes = ''], fail) => ({ bytes: readBytes(bytes, fail) }),
    atOnce: true,
    caller: caller(
      'sends raw bytes: `\\n \\r \\t \\" \\\\ \\xHH`',
      (actor, { bytes }: { bytes: Uint8Array }) => actor.write(bytes),
    ),
  }),
  'hear nothing': verb({
    usage: 'hears nothing',
    form: /^hears? nothing$/,
    read: bare,
    caller: { ...caller('nothing arrived except notices', hearNothing), absence: true },
  }),
  'hear the end': verb({
    usage: 'hears the end',
    form: /^hears? the end$/,
    read: bare,
    caller: caller(
      'the FIN of the server arrived, and everything before it was heard',
      hearEnding('ended'),
      onlyTheEnd,
    ),
  }),
  'hear the reset': verb({
    usage: 'hears the reset',
    form: /^hears? the reset$/,
    read: bare,
    caller: caller('the same for its RST', hearEnding('reset'), onlyTheEnd),
  }),
  hear: verb({
    usage: 'hears TEXT',
    form: /^hears? (.*)$/s,
    read: words,
    caller: caller(
      'the next message is TEXT. Notices (`* …`) before it are skipped',
      hear,
      isNext,
    ),
    anyOrder: caller('TEXT is among the next messages', hearAmong, isAmong),
  }),
  see: verb({
    usage: 'sees TEXT',
    form: /^sees? (.*)$/s,
    read: words,
    caller: caller('the same as `hears TEXT`', hear, isNext),
    server: {
      help: 'the next new line on its screen is TEXT',
      needs: 'see',
      come: (said, _, run) => run.inHand('sees').sees(said),
      does: (said, name, { run, fail }) => run.inHand('see').see(said, name, fail),
    },
  }),
  end: verb({
    usage: 'ends',
    form: /^ends?$/,
    read: bare,
    atOnce: true,
    caller: caller('sends FIN, and still listens', actor => actor.connection.end()),
  }),
  vanish: verb({
    usage: 'vanishes',
    form: /^vanish(?:es)?$/,
    read: bare,
    atOnce: true,
    caller: caller('drops the link (RST)', actor => actor.connection.destroy()),
  }),
  stall: verb({
    usage: 'stalls',
    form: /^stalls?$/,
    read: bare,
    caller: caller('stops reading', actor => actor.stall(true)),
  }),
  resume: verb({
    usage: 'resumes',
    form: /^resumes?$/,
    read: bare,
    caller: caller('reads again', actor => actor.stall(false)),
  }),
  flood: verb({
    usage: 'floods [until WHO is cut]',
    form: /^floods?(?: until (\S+) is cut)?$/,
    read: ([, until]) => ({ until }),
    caller: {
      help: 'sends large messages until the server disconnects WHO (default: the sender). A player that reads skips them, and the scene fails if one is missing or incomplete',
      needs: 'isCut',
      does: ({ until }, name, doing) => {
        const [actor, victim] = [actorOf(name, doing), until ?? name];
        actorOf(victim, doing);
        const server = doing.run.inHand('settled', 'isCut', 'heldFor');
        return doing.run.floods.flood(actor, name, victim, server);
      },
    },
  }),
  ...serverVerbs,
};

export type VerbName = keyof typeof verbs;

/** A line of a scene in which somebody does something. */
export type Action = {
  [V in VerbName]: {
    readonly do: V;
    readonly line: number;
    readonly who: readonly string[];
  } & Readonly<ReturnType<(typeof verbs)[V]['read']>>;
}[VerbName];

export const rowOf = (name: VerbName): Verb<unknown> => verbs[name];

/** Returns the names of the verbs that have `part`. */
export const verbsWith = (part: keyof Verb<unknown>): VerbName[] =>
  (Object.keys(verbs) as VerbName[]).filter(name => rowOf(name)[part] !== undefined);
