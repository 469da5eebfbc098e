// The script of the Web Worker: it plays, so that the page never waits.

import { playState } from './play-state.ts';
import type { Answer, Question } from './question.ts';
import { runOfRecords } from './run-of-records.ts';

/** What a worker's script has of the browser. */
interface Scope {
  onmessage: (message: { readonly data: Question }) => void;
  postMessage(answer: Answer): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) =>
  void answerTo(data).then(answer => scope.postMessage(answer));

const answerTo = async (question: Question): Promise<Answer> =>
  'play' in question
    ? await playState(question.play)
    : runOfRecords(question.read, question.mode);
