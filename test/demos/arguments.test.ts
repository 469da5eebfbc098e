import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { readOptions } from '../../lib/options/read.ts';
import { UsageError } from '../../lib/options/usage-error.ts';
import { lessonOptions, optionsOf } from '../../lib/terminal/flags/options.ts';

const options = { ...optionsOf(halfDuplex), lessons: lessonOptions };

const ports = (least: number, found: string) =>
  `--port must be a whole number from ${least} to 65535, found "${found}"`;

const wrong: readonly (readonly [keyof typeof options, string[], string])[] = [
  ['server', ['--port', '-1'], ports(0, '-1')],
  ['server', ['--port', '65536'], ports(0, '65536')],
  ['server', ['--port', 'abc'], ports(0, 'abc')],
  ['server', ['--port', '1.5'], ports(0, '1.5')],
  ['server', ['--port', '1e3'], ports(0, '1e3')],
  ['server', ['--port', ''], '--port needs a value: --port a whole number from 0 to'],
  ['server', ['--port='], '--port needs a value: --port a whole number from 0 to'],
  ['client', ['--port'], '--port needs a value: --port a whole number from 1 to'],
  ['client', ['--port', '0'], ports(1, '0')],
  [
    'server',
    ['--nope'],
    'unknown flag --nope: there are --operator, --silence, --without-turns',
  ],
  ['server', ['--scene', 'quit'], 'unknown flag --scene'],
  ['server', ['--prot', '1'], 'unknown flag --prot: did you mean --port?'],
  ['scenes', ['--scen', 'quit'], 'unknown flag --scen: did you mean --scene?'],
  ['server', ['--__proto__'], 'unknown flag --__proto__'],
  ['server', ['--constructor=1'], 'unknown flag --constructor'],
  ['scenes', ['-h'], 'unknown flag -h: did you mean --help?'],
  ['scenes', ['--coalesce', '3'], 'unexpected word "3"'],
  ['client', ['--seed', '0'], '--seed must be a whole number from 1'],
  [
    'scenes',
    ['--framing', 'cobs'],
    '--framing must be lines or length or netstring, found',
  ],
  ['scenes', ['--list=yes'], '--list takes no value, found "yes"'],
  ['scenes', ['--list', '--scene'], '--scene needs a value: --scene NAME'],
  [
    'scenes',
    ['--chop', '0'],
    '--chop must be a whole number from 1 to 1073741824, found',
  ],
  ['lessons', ['--seed', '0'], '--seed must be a whole number from 1 to 1000000000'],
  ['lessons', ['--port', '1'], 'unknown flag --port: there are --list, --scene, --all'],
  ['server', ['extra'], 'unexpected word "extra": see --help'],
  ['server', ['--', 'extra'], 'unexpected word "extra": see --help'],
  ['client', ['--host', 'http://127.0.0.1:9002'], '--host must be HOST or HOST:PORT'],
  ['client', ['--host', '[127.0.0.1]'], '--host must be HOST or HOST:PORT'],
  ['client', ['--host', '::1]:9002'], 'found "::1]:9002"'],
  [
    'client',
    ['--host', '127.0.0.1:0'],
    'the port of --host must be a whole number from 1',
  ],
  [
    'client',
    ['--host', '127.0.0.1:9002', '--port', '9003'],
    '--host names port 9002, --port names 9003: leave out one',
  ],
  [
    'server',
    ['--without-turns'],
    '--without-turns only works together with --operator',
  ],
  ['server', ['--silence', '5'], '--silence only works together with --operator'],
  [
    'server',
    ['--keep-alive', '5', '--socket', 's'],
    '--socket does not work together with --keep-alive: leave out one',
  ],
];

/** Those that are not off. */
const given = (flags: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(flags).filter(([, value]) => value || value === 0));

describe('the flags of a command', () => {
  it.each(wrong)('of the %s are not %j', (command, args, says) => {
    const read = () => readOptions(args, options[command]);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(says);
  });

  it.each([
    ['127.0.0.1', '127.0.0.1', '9002'],
    ['127.0.0.1:9004', '127.0.0.1', '9004'],
    ['[::1]', '::1', '9002'],
    ['[::1]:9004', '::1', '9004'],
    ['::1', '::1', '9002'],
    ['[fe80::1%lo]:9004', 'fe80::1%lo', '9004'],
    ['localhost:9004', 'localhost', '9004'],
  ])('name with --host %s a host and a port', (found, host, port) => {
    for (const command of ['server', 'client'] as const) {
      const flags = readOptions(['--host', found], options[command]);
      expect(flags).toMatchObject({ host, port: Number(port) });
    }
  });

  it('have their values, or their defaults', () => {
    const words = ['--operator', '--port', '0', '--framing=length', '--without-turns'];
    const flags = readOptions(words, options.server);
    expect(given(flags)).toEqual({
      operator: true,
      withoutTurns: true,
      silence: 60,
      port: 0,
      framing: 'length',
      host: '127.0.0.1',
      maxMessage: 4_096,
      maxConnections: 500,
      keepAlive: 30,
      backlog: 1_024,
    });
  });
});
