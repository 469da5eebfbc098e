import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simplex } from '../../demos/simplex/demo.ts';
import { flagOf } from '../../lib/options/option.ts';
import { optionsOf } from '../../lib/terminal/flags/options.ts';
import { takesLong } from '../long.ts';
import { demo, inTerminal, type Program, script } from './program.ts';

/** One for each place where a command line can be wrong; arguments.test.ts has the rest. */
const wrong: readonly (readonly [command: string, says: string])[] = [
  ['server --port -1', '--port must be a whole number from 0 to 65535, found "-1"'],
  ['--trace run.txt', '--trace must end in .jsonl, .mmd, .svg, .html, found "run.txt"'],
  ['--trace run.svg --all', '--trace keeps one run'],
  ['--scene nope', 'no scene "nope": there are taking-turns, '],
  ['sever', 'unknown command "sever": did you mean server?'],
  ['--scene eagre', 'no scene "eagre": did you mean eager?'],
];

describe.concurrent('the command line', () => {
  it.for(wrong)('refuses `%s`', async ([command, says], test) => {
    if (command.includes('.svg') || command.includes('eagre')) takesLong(test);
    const program = demo(test, 'half-duplex', command);
    expect(await program.ended).toBe(2);
    expect(program.out.text).toBe('');
    expect(program.err.text).toMatch(/^demo:half-duplex: [^\n]+\n$/);
    expect(program.err.text).toContain(says);
  });

  it('notices that npm kept a flag for itself', async test => {
    const env = { npm_config_max_message: 'true' };
    const program = demo(test, 'simplex', 'server 16', { env });
    expect(await program.ended).toBe(2);
    expect(program.err.text).toBe(
      'demo:simplex: npm took --max-message for its own flag. Put it after a --: npm run demo:simplex -- server --max-message BYTES\n',
    );
  });

  it('lists in its --help exactly the flags that each command accepts', async test => {
    const help = demo(test, 'simplex', '--help');
    expect(await help.ended).toBe(0);
    expect(tooWide(help, 80)).toEqual([]);
    // The page has the help of all demos, and has it from the function that prints it.
    expect(readFileSync('docs/flags.md', 'utf8')).toContain(help.out.text);
    const [, ...sections] = help.out.text.split('\n\n');
    const listed = sections.map(section =>
      [...section.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, flag]) => flag),
    );
    // What all commands take comes last: what is shown, and the faulty link.
    const shared = listed.splice(-2).flat();
    expect(shared.length).toBeGreaterThan(5);
    const accepted = Object.values(optionsOf(simplex)).map(options =>
      Object.keys(options).map(name => flagOf(name).slice(2)),
    );
    expect(listed.map(flags => [...flags, ...shared].sort())).toEqual(
      accepted.map(flags => flags.sort()),
    );
    // Each flag that means the same everywhere stands there once.
    expect(listed.flat().filter(flag => shared.includes(flag))).toEqual([]);
  });

  it.for([60, 45])('folds its --help into %i columns', async (columns, test) => {
    takesLong(test);
    const help = inTerminal(test, ['half-duplex', '--help'], columns);
    await help.out.until('[exit 0, sane]');
    expect(tooWide(help, columns)).toEqual([]);
    expect(help.out.text).toMatch(/^ {2}--framing NAME {3}message format/m);
  });

  it('tells the tour', async test => {
    const tour = script(test, 'demos/tour.ts');
    expect(await tour.ended).toBe(0);
    expect(tooWide(tour, 80)).toEqual([]);
    const rows = tour.out.text
      .split('\n')
      .filter(row => /^ {2}npm run .* docs\//.test(row));
    expect(rows.map(row => row.trim().split(' ').slice(0, 3).join(' '))).toEqual([
      'npm run demo:simplex',
      'npm run demo:half-duplex',
      'npm run demo:p2p',
      'npm run demo:p2m',
      'npm run demo:framing',
      'npm run demo:udp',
      'npm run demo:websocket',
      'npm run demo:cluster',
      'npm run demo:pitfalls',
      'npm run lab',
      'npm run check',
      'npm run tap',
      'npm run verdict',
    ]);
    expect(new Set(rows.map(row => row.indexOf(' docs/'))).size).toBe(1);
  });
});

const tooWide = ({ out }: Program, columns: number): string[] =>
  out.text.split(/\r?\n/).filter(row => row.length > columns);
