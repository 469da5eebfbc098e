import { expect, it } from 'vitest';
import { framings } from '../../lib/tap/framings.ts';
import { TapPicture } from '../../lib/tap/tap-picture.ts';
import { mostEvents, TappedLink } from '../../lib/tap/tapped-link.ts';
import { takesLong } from '../long.ts';

const linkOf = (caller: string) =>
  new TappedLink({
    link: caller,
    names: [caller, 'server'],
    codec: framings.lines,
    now: () => 0,
  });

const nobody = { columns: () => undefined, plain: true };

const pictureOf = (turns: 'free' | 'strict' = 'free') =>
  new TapPicture({ window: nobody, mode: 'half-duplex', turns });

it('names the ends again where another link goes on', () => {
  const picture = new TapPicture({
    window: { columns: () => 80, plain: false },
    mode: 'full-duplex',
    turns: 'free',
  });
  const [one, two] = [linkOf('caller 1'), linkOf('caller 2')];
  const heads = [one, one, two, one].map(link => {
    link.there.came(Buffer.from('Tea?\n'));
    const rows = picture.draw(link, link.flush());
    return rows.filter(row => /caller \d +server/.test(row)).length;
  });
  expect(heads).toEqual([1, 0, 1, 1]);
});

it('names the ends again where the window has another width', () => {
  let width = 80;
  const picture = new TapPicture({
    window: { columns: () => width, plain: false },
    mode: 'full-duplex',
    turns: 'free',
  });
  const link = linkOf('caller 1');
  const heads = [80, 70, 70].map(columns => {
    width = columns;
    link.there.came(Buffer.from('Tea?\n'));
    const rows = picture.draw(link, link.flush());
    return rows.filter(row => /caller \d +server/.test(row)).length;
  });
  expect(heads).toEqual([1, 1, 0]);
});

it('says once that a picture is as long as it may be', test => {
  takesLong(test);
  const picture = pictureOf();
  const link = linkOf('caller 1');
  for (let n = 0; n < mostEvents; n++) link.there.came(Buffer.from('Tea?\n'));
  expect(picture.draw(link, link.flush()).at(-1)).toBe(
    '… caller 1: not drawn after 10,000 events; its bytes go on',
  );
  link.there.came(Buffer.from('Tea?\n'));
  expect(picture.draw(link, link.flush())).toEqual([]);
  expect(picture.end(link).line).toMatch(/ · only its beginning was judged$/);
});

it.each([
  ['free', /says, not arrived/],
  ['strict', /says out of turn/],
] as const)('tells whose turn it is by our own protocol only: %s', (turns, first) => {
  const link = linkOf('caller 1');
  link.back.came(Buffer.from('220 Ready\n'));
  expect(pictureOf(turns).draw(link, link.flush()).join('\n')).toMatch(first);
});
