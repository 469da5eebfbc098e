import type { Connection } from '../connection/connection.ts';
import { Announcer } from '../hub/announcer.ts';
import { Hub } from '../hub/hub.ts';
import type { Member } from '../hub/member.ts';
import { taken } from '../hub/names.ts';
import { type Room, together } from '../hub/room.ts';
import { roster } from '../hub/roster.ts';
import { beginning } from '../modes/words.ts';
import type { LogBatch, LogEntry } from './entry.ts';
import { Held } from './held.ts';
import { LogLobby } from './log-lobby.ts';
import { NodeLife } from './node-life.ts';
import { notices, takenMeanwhile } from './notices.ts';
import type { RoomOverLogOptions } from './options.ts';
import type { Happening, Present } from './room-state.ts';

/**
 * One node of a room that spans several. What its members say goes to the log, and what comes from the log
 * goes to its members: also their own names, and everything that was said here. So the log decides the order
 * for all.
 */
export class RoomOverLog implements Room {
  readonly #options: RoomOverLogOptions;
  readonly #hub: Hub;
  readonly #lobby: LogLobby;
  readonly #announcer: Announcer;
  readonly #held: Held;
  readonly #life: NodeLife;
  /** This node's members, by their numbers, until the log has that they left. */
  readonly #mine = new Map<number, Member>();
  readonly #numbers = new Map<Member, number>();
  #opened: Promise<void> | undefined;

  constructor(options: RoomOverLogOptions) {
    this.#options = options;
    this.#hub = new Hub(options);
    this.#held = new Held(options);
    this.#lobby = new LogLobby({
      ...options,
      isTaken: name => this.#life.state.find(name) !== undefined,
      isFull: () => this.#life.waiting > options.buffer,
      ask: (member, name) => this.#life.write({ is: 'joined', member, name }),
    });
    this.#announcer = new Announcer({
      clock: options.clock,
      together,
      count: () => this.#life.state.size,
      say: (notice, about) => this.#hub.tellAll(notice, about),
    });
    this.#life = new NodeLife({
      ...options,
      happened: one => this.#happened(one),
      shown: batch => this.#shown(batch),
      cutOff: cutOff => this.#cutOff(cutOff),
      missed: why => this.#notify(why),
      again: () =>
        [...this.#mine].map(([member, { name }]) => ({ is: 'joined', member, name })),
    });
  }

  /** Begins to read the log. Nobody can enter before the log has answered. */
  open(): Promise<void> {
    this.#opened ??= this.#life.begin();
    return this.#opened;
  }

  /** Says goodbye to the log: this node's members leave together. */
  close(): Promise<void> {
    return this.#life.end();
  }

  /** Does what the end of this node's process does: the log hears nothing more from it. */
  die(): Promise<void> {
    this.#life.stop();
    return this.#options.log.close();
  }

  enter(connection: Connection): Promise<Member | undefined> {
    return this.#lobby.enter(connection);
  }

  /** Sends the words to the log. While this node is cut off, they wait; what does not fit is not sent. */
  say(member: Member, words: string): void {
    const number = this.#numbers.get(member);
    if (number === undefined) return;
    const { cutOff, waiting } = this.#life;
    if (cutOff && waiting > this.#options.buffer) {
      this.refuse(member, `! Not sent: ${beginning(words)}`);
      return;
    }
    const entry: LogEntry = { is: 'said', member: number, words };
    this.#life.write(entry, member.connection.relay.lastHeard);
    if (!cutOff) this.#held.said(member, entry, this.#life.waiting);
  }

  /** The names are those of the log: of the members at all nodes. */
  tellWho(member: Member): void {
    const { members, size } = this.#life.state;
    this.#hub.tell(member, `* In the room: ${roster(members, size)}`, 'notice');
  }

  refuse(member: Member, why: string): void {
    this.#hub.tell(member, why, 'refusal');
  }

  /** The name is free when the log has that the member left. */
  leave(member: Member): void {
    const number = this.#numbers.get(member);
    this.#hub.leave(member);
    this.#held.left(member);
    member.connection.dismiss('* Goodbye', 'notice');
    if (number === undefined) return;
    this.#numbers.delete(member);
    this.#life.write({ is: 'left', member: number });
    this.#options.presence?.(`* ${member.name} has left`);
  }

  #happened(one: Happening): void {
    if (one.what === 'joined') this.#joined(one.who);
    else if (one.what === 'taken') this.#taken(one.who);
    else if (one.what === 'said') {
      this.#announcer.speaks(one.who.name);
      this.#hub.pass(`[${one.who.name}] ${one.words}`, one.of, this.#own(one.who));
    } else if (one.what === 'left') this.#left(one.who);
    else if (one.what === 'gone') this.#gone(one.who);
  }

  #joined(who: Present): void {
    if (this.#own(who) !== undefined) return;
    if (this.#life.isMine(who.node)) this.#admit(who);
    this.#announcer.joined(who.name);
  }

  #admit({ number, name }: Present): void {
    const member = this.#lobby.admit(number, name);
    if (member === undefined) {
      this.#life.write({ is: 'left', member: number });
      return;
    }
    this.#mine.set(number, member);
    this.#numbers.set(member, number);
    this.#hub.join(member);
    this.tellWho(member);
  }

  #taken({ node, number, name }: Present): void {
    if (!this.#life.isMine(node)) return;
    const member = this.#mine.get(number);
    if (member === undefined) this.#lobby.refuse(number, taken(name));
    else this.#lostName(number, member);
  }

  /** This node was away for so long that the name was given to somebody else. */
  #lostName(number: number, member: Member): void {
    this.#mine.delete(number);
    this.#numbers.delete(member);
    this.#hub.leave(member);
    member.connection.dismiss(takenMeanwhile(member.name));
  }

  #left(who: Present): void {
    if (this.#life.isMine(who.node)) this.#mine.delete(who.number);
    this.#announcer.left(who.name);
  }

  /** Members of this node do not leave if it was taken for dead: they join again. */
  #gone(who: readonly Present[]): void {
    const names = who.map(({ name }) => name);
    this.#announcer.left(...names.filter(name => !this.#hub.find(name)));
  }

  #own({ node, number }: Present): Member | undefined {
    return this.#life.isMine(node) ? this.#mine.get(number) : undefined;
  }

  /** The log has shown a batch of ours, so its members may go on. */
  #shown({ entries }: LogBatch): void {
    for (const entry of entries) {
      const member = entry.is === 'said' ? this.#mine.get(entry.member) : undefined;
      if (member) this.#held.shown(member, entry);
    }
    this.#held.release(this.#life.waiting);
  }

  #cutOff(cutOff: boolean): void {
    if (cutOff) this.#held.releaseAll();
    this.#notify(cutOff ? 'cutOff' : 'back');
  }

  #notify(what: keyof typeof notices): void {
    const { members, operator } = notices[what];
    this.#hub.tellAll(members);
    this.#options.screen?.(operator);
  }
}
