import { Queue } from './queue.ts';

type Call = () => void;

/**
 * Calls `call` in a task of its own, after all tasks that wait now. Node has `setImmediate` for
 * it; a browser has only messages.
 */
export const inNextTask: (call: Call) => void = globalThis.setImmediate ?? byMessages();

/** By messages to itself, one for each call: a timer would wait 4 ms. */
export function byMessages(): (call: Call) => void {
  const calls = new Queue<Call>();
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => calls.shift()?.());
  port1.start();
  return call => {
    calls.push(call);
    port2.postMessage(undefined);
  };
}

/** Settles in the next task. */
export const nextTask = (): Promise<void> => new Promise(inNextTask);
