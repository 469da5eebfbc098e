import { describe, expect, it } from 'vitest';
import { demo } from '../demos/program.ts';
import { takesLong } from '../long.ts';

const problem =
  'demo:cluster: cannot connect to NATS at 127.0.0.1:1 (connection refused): start one with nats-server -js, or check --nats\n';

describe.concurrent('without a server of NATS', () => {
  it.for(['server --port 0', '', '--scene two-orders'])(
    'demo:cluster %s ends with one line',
    async (args, test) => {
      if (!args.startsWith('server')) takesLong(test);
      const program = demo(test, 'cluster', `${args} --nats nats://127.0.0.1:1`);
      expect(await program.ended).toBe(1);
      expect(program.err.text).toBe(problem);
    },
  );

  it('a node is refused without a log', async test => {
    const flags = 'server --port 0 --nats nats://127.0.0.1:1 --without-order';
    const program = demo(test, 'cluster', flags);
    expect(await program.ended).toBe(2);
    expect(program.err.text).toContain('--without-order with --nats is for scenes');
  });

  it('no other room is asked for', async test => {
    takesLong(test);
    const program = demo(
      test,
      'cluster',
      'server --nats nats://127.0.0.1:1 --room a.b',
    );
    expect(await program.ended).toBe(2);
    expect(program.err.text).toContain('letters, digits, _ and -');
  });
});
