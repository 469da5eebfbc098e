/** Node's buffers, which Deno and Bun have too; `undefined` in a browser. An import would stop a browser. */
export const native: typeof import('node:buffer') | undefined =
  globalThis.process?.getBuiltinModule?.('node:buffer');
