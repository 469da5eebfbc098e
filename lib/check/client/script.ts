import type { ClientAtWork } from './client-at-work.ts';

/** What is played with a learner's client: its input is ours, and so is its server. */
export interface ClientScript {
  readonly name: string;
  readonly title: string;
  /** The numbers of the rules that it checks. */
  readonly rules: readonly string[];
  /** Where to look if it fails, if the failure itself does not tell. */
  readonly hint: string;
  /** Rejects with a ClientProblem. */
  play(client: ClientAtWork): Promise<void>;
}
