import type { FrameError } from '../../framing/frame-error.ts';
import { comesBack } from '../../modes/comes-back.ts';
import { mainDoor } from '../../scene/world/program.ts';
import type { Observation } from '../../trace/event.ts';
import type { Chosen } from '../flags/options.ts';
import type { Demo } from './demo.ts';
import { type Input, Service } from './service.ts';
import { Unreadable } from './unreadable.ts';

export interface ServiceNotesOptions {
  readonly demo: Demo;
  readonly chosen: Chosen;
  /** The server's address. */
  readonly address: string;
  /** Called with a line that a person should see before the end. */
  readonly warn: (line: string) => void;
}

/** What a client notes during its talk, to say at the end why it was not served. */
export class ServiceNotes {
  readonly #service: Service;
  readonly #unreadable: Unreadable | undefined;
  readonly #framing: string;
  #failed: string | undefined;

  constructor({ demo, chosen, address, warn }: ServiceNotesOptions) {
    const { mode, server, goodbye } = demo;
    const { faults } = mainDoor(demo);
    this.#service = new Service({
      server,
      address,
      answers: comesBack[mode] === 'an answer',
      goodbye: goodbye !== undefined && faults === 'stream',
    });
    const silent = comesBack[mode] === 'nothing';
    this.#unreadable = silent ? undefined : new Unreadable(warn);
    this.#framing = chosen.framing ?? 'datagrams';
  }

  observe(observation: Observation): void {
    this.#service.observe(observation);
    this.#unreadable?.observe(observation);
  }

  unread(error: FrameError): void {
    this.#unreadable?.refuse(error);
  }

  /** Notes what the client itself could not do. The first failure counts: others may follow from it. */
  fail(why: string): void {
    this.#failed ??= why;
  }

  /** Whether it is useless to wait for more. */
  get hopeless(): boolean {
    return this.#service.hopeless || (this.#unreadable?.hopeless ?? false);
  }

  /** Whether a line is an answer to the question for a name: then an empty line leaves. */
  get asked(): boolean {
    return this.#service.asked;
  }

  /** Whether this end left first, and the server said no goodbye. */
  get leftInSilence(): boolean {
    return this.#service.leftInSilence;
  }

  /** Whether anything that came was a message. */
  get understood(): boolean {
    return this.#unreadable?.understood ?? false;
  }

  /** Returns why the client was not served; `undefined` if it was. */
  failure(input: Input): string | undefined {
    const unread = this.#unreadable?.failure(this.#framing);
    return unread ?? this.#failed ?? this.#service.failure(input);
  }
}
