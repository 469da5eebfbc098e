import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { demo, type Test } from './program.ts';

export const typing = { input: 'open' } as const;

export const member = (test: Test, port: number, name: string, flags = '') =>
  demo(test, 'udp', `client --port ${port} --name ${name} ${flags}`, typing);

/** Somebody with a socket and no program of ours. */
export async function person(test: Test, port: number) {
  const socket = createSocket('udp4');
  test.onTestFinished(() => void socket.close());
  const heard: string[] = [];
  socket.on('message', bytes => heard.push(String(bytes)));
  socket.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return {
    heard,
    type: (words: string | Uint8Array) => socket.send(words),
    async ask(words: string): Promise<string> {
      socket.send(words);
      const [bytes] = await once(socket, 'message');
      return String(bytes);
    },
  };
}
