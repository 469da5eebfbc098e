import { createContext, runInContext } from 'node:vm';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import type { Answer, Question } from '../../lab/engine/question.ts';

/** What a worker's script finds in a browser: nothing of Node. */
const browser = {
  TextEncoder,
  TextDecoder,
  URL,
  URLSearchParams,
  MessageChannel,
  performance,
  setTimeout,
  clearTimeout,
};

/** Runs the worker's script where there is nothing of Node, and returns what asks it. */
export function workerOf(script: string): (question: Question) => Promise<LabRun> {
  let answered = (_: Answer) => {};
  const scope = createContext({
    ...browser,
    postMessage: (answer: Answer) => answered(answer),
    onmessage: (_: { readonly data: Question }) => {},
  });
  runInContext(script, scope);
  return question =>
    new Promise(resolve => {
      answered = resolve;
      scope.onmessage({ data: question });
    });
}
