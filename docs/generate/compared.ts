import { play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { programOf, worldFor } from './demos.ts';

type Events = readonly TraceEvent[];

/** What happened to one person's messages on their way to another. */
interface Fate {
  readonly heard: number;
  readonly late: number;
  readonly twice: number;
  readonly lost: number;
}

/**
 * Compares TCP and UDP: the same people say the same words in both rooms. Every cell is counted, or
 * timed, in a run.
 */
export async function compared(): Promise<string> {
  const rows = [
    ['', 'TCP (`demo:p2m`)', 'UDP (`demo:udp`)'],
    ['---', '---', '---'],
    await row('100 messages on a good link', [], ['', ''], 100),
    await row(
      `100 messages on a bad link: \`${bad[0]}\` for TCP, \`${bad[1]}\` for UDP`,
      [],
      bad,
      100,
    ),
    await row(
      '200 messages to a member that does not read meanwhile',
      ['stalls'],
      ['', ''],
      200,
    ),
    await times(
      "a member's link is reset (UDP: the member falls silent): until the room knows",
      'vanishes',
      'reset',
    ),
    await times(
      "the room's program dies, and starts again: until a member knows",
      'restarts',
      'reset',
    ),
    [
      'two messages sent together (TCP: `coalesce`): pieces that arrive',
      `${await pieces('p2m', 'coalesce')}`,
      `${await pieces('udp')}`,
    ],
    [
      'bytes for `Hi`, without the headers of TCP (at least 20) or UDP (8) and of IP',
      `${await bytesFor('p2m')}`,
      `${'say k3n9x0qa 1 Hi\n'.length}`,
    ],
  ];
  return rows.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

const bad = [
  'chop 1, delay 30ms, jitter 40ms, seed 7',
  'loss 10%, repeat 5%, reorder 5%, seed 7',
] as const;
const demos = ['p2m', 'udp'] as const;
type Demo = (typeof demos)[number];

async function row(
  title: string,
  does: readonly string[],
  links: readonly [string, string],
  count: number,
): Promise<string[]> {
  const cells = await Promise.all(
    demos.map(async (demo, index) => {
      const events = await run(demo, links[index] ?? '', [
        ...does.map(verb => `bob ${verb}`),
        ...Array.from({ length: count }, (_, nth) => `alice says ${nth + 1}`),
        ...(does.length > 0 ? ['bob resumes'] : []),
        '3 s pass',
      ]);
      return inWords(fateOf(events, count));
    }),
  );
  return [title, ...cells];
}

function inWords({ heard, late, twice, lost }: Fate): string {
  const order = late > 0 ? `${late} of them late` : 'in order';
  return `${heard} heard, ${order}, ${twice} twice, ${lost} lost`;
}

function fateOf(events: Events, said: number): Fate {
  const texts = events
    .filter(
      ({ end, what, kind }) =>
        end === 'bob' && what === 'received' && kind === 'message',
    )
    .map(({ text = '' }) => text);
  const heard = new Set(texts.map(text => text.split(' ').at(-1)));
  return {
    heard: heard.size,
    late: texts.filter(text => text.includes('(late)')).length,
    twice: texts.length - heard.size,
    lost: said - heard.size,
  };
}

async function times(
  title: string,
  does: string,
  what: TraceEvent['what'],
): Promise<string[]> {
  const cells = await Promise.all(
    demos.map(async demo => {
      const steps =
        does === 'restarts'
          ? ['room starts', '9 s pass']
          : ['alice vanishes', '9 s pass'];
      const events = await run(demo, '', steps);
      const [gone, noticed] = [by('self'), by('peer')].map(
        wanted => events.find(wanted)?.at,
      );
      return `${(noticed ?? Number.NaN) - (gone ?? Number.NaN)} ms`;

      function by(side: TraceEvent['by']) {
        return (event: TraceEvent) => event.what === what && event.by === side;
      }
    }),
  );
  return [title, ...cells];
}

async function pieces(demo: Demo, link = ''): Promise<number> {
  const events = await run(demo, link, [
    'at once:',
    '  alice says Tea',
    '  alice says Coffee',
    '1 s pass',
  ]);
  const since = events.findIndex(({ what, text }) => what === 'sent' && text === 'Tea');
  return events
    .slice(since)
    .filter(({ end, what, by }) => end === 'room' && what === 'chunk' && by === 'peer')
    .length;
}

async function bytesFor(demo: Demo): Promise<number> {
  const events = await run(demo, '', ['alice says Hi']);
  return events.find(({ what, text }) => what === 'sent' && text === 'Hi')?.size ?? 0;
}

/** Runs alice and bob in that room, in virtual time. `link`: the faults of alice's link. */
async function run(
  demo: Demo,
  link: string,
  steps: readonly string[],
): Promise<Events> {
  const source = [
    'title: compared',
    'mode: full-duplex',
    ...(demo === 'udp' ? ['server: --burst 1000'] : []),
    '',
    'bob connects',
    `alice connects${link && ` with ${link}`}`,
    ...steps,
    'verdict undecided full-duplex',
  ].join('\n');
  const program = programOf(demo);
  const { recorder } = await play({
    scene: parseScene('compared', source),
    program,
    world: worldFor(program),
    chunks: true,
  });
  return recorder.events;
}
