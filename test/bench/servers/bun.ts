// The room that Bun's documentation shows for its own WebSocket server, which is written in C++ (uWebSockets).
// Bun runs this file, not Node: bun test/bench/servers/bun.ts PORT

interface Member {
  data: { name: string | undefined };
  subscribe(topic: string): void;
  publish(topic: string, words: string): void;
}

declare const Bun: { readonly argv: readonly string[]; serve(options: object): void };

Bun.serve({
  port: Number(Bun.argv[2]),
  hostname: '127.0.0.1',
  fetch: (request: Request, server: { upgrade(...all: unknown[]): boolean }) =>
    server.upgrade(request, { data: { name: undefined } })
      ? undefined
      : new Response('a WebSocket, please', { status: 426 }),
  websocket: {
    open: (member: Member) => member.subscribe('room'),
    message(member: Member, words: string) {
      const { name } = member.data;
      if (name === undefined) member.data.name = words;
      else member.publish('room', `[${name}] ${words}`);
    },
  },
});
