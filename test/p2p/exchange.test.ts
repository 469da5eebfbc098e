import { describe, expect, it } from 'vitest';
import { p2p } from '../../demos/p2p/demo.ts';
import { open, worlds } from '../hub/place.ts';
import { playText } from '../scene/playing.ts';
import { sceneFile } from '../scene/scene-files.ts';
import { hello, pair, people } from './people.ts';
import { Steals, wrongExchange } from './steals.ts';

describe.each(worlds)('in $name, an exchange', ({ world }) => {
  const exchange = () => open(p2p, { world });

  it('asks again for a name that is taken or bad', async () => {
    const place = await exchange();
    await people(place, ['Alice']);
    const late = await place.call();
    await late.hears('* Your name?');
    late.says('aLiCe', '__proto__', 'exchange', '', 'constructor');
    await late.hears(
      '! Taken: aLiCe is here already. Your name?',
      '! Invalid name: use 1 to 24 letters, digits, _ or -, a letter first, from one alphabet, at most 64 bytes. Your name?',
      '! Reserved name: exchange. Your name?',
      '! Invalid name: use 1 to 24 letters, digits, _ or -, a letter first, from one alphabet, at most 64 bytes. Your name?',
      hello('constructor'),
    );
  });

  it('knows nobody by the name of what every object has', async () => {
    const [alice] = await people(await exchange(), ['Alice']);
    alice.says('/to constructor', '/to __proto__', '/to toString');
    await alice.hears(
      '! Nobody here is called constructor',
      '! Nobody here is called __proto__',
      '! Nobody here is called toString',
    );
  });

  it('tells both of the pair, passes words on, and tells both of its end', async () => {
    const [alice, bob, carol] = await people(await exchange());
    await pair(alice, 'Alice', bob, 'bob');
    alice.says('Hello', '//bye', '/ bye');
    await bob.hears('[Alice] Hello', '[Alice] /bye');
    await alice.hears('! Unknown command: / bye (/to NAME, /bye, /quit)');
    bob.says('Goodbye', '/bye');
    await bob.hears('* You left Alice');
    await alice.hears('[bob] Goodbye', '* bob is gone: you are free again');
    alice.says('Anyone?');
    await alice.hears('! Nobody is listening: call somebody with /to NAME');
    await bob.hearsNothing();
    await carol.hearsNothing();
  });

  it('pairs two who call each other, without an answer', async () => {
    const [alice, bob] = await people(await exchange());
    alice.says('/to bob');
    bob.says('/to alice');
    await alice.hearsAtLast('* Paired with bob');
    await bob.hearsAtLast('* Paired with Alice');
    await alice.hearsNothing();
    await bob.hearsNothing();
  });

  it('refuses self, nobody and the busy, and the others never notice', async () => {
    const [alice, bob, carol] = await people(await exchange());
    await pair(alice, 'Alice', bob, 'bob');
    carol.says(
      '/to carol',
      '/to dave',
      '/to BOB',
      '/to alice',
      '/to',
      '/bye',
      'Hello?',
    );
    await carol.hears(
      '! That is you',
      '! Nobody here is called dave',
      '! bob is busy: try again later',
      '! Alice is busy: try again later',
      '! Unknown command: /to (/to NAME, /bye, /quit)',
      '! You are not paired',
      '! Nobody is listening: call somebody with /to NAME',
    );
    alice.says('/to carol');
    await alice.hears('! You are paired with bob: /bye parts');
    await alice.hearsNothing();
    await bob.hearsNothing();
  });

  it('never lets a word reach a partner it was not meant for', async () => {
    const [alice, bob, carol] = await people(await exchange());
    await pair(alice, 'Alice', bob, 'bob');
    carol.says('/to Alice');
    await carol.hears('! Alice is busy: try again later');
    bob.says('/bye');
    await alice.hears('* bob is gone: you are free again');
    carol.says('/to Alice');
    await alice.hears('* carol calls: /to carol answers');
    alice.says('for bob', '/to carol', 'for carol');
    await carol.hears('* Calling Alice', '* Paired with Alice', '[Alice] for carol');
    await alice.hears(
      '! Nobody is listening: call somebody with /to NAME',
      '* Paired with carol',
    );
  });

  it('notifies the called person once, and tells the caller each time that the call still waits', async () => {
    const [alice, bob, carol] = await people(await exchange());
    const calls = Array.from({ length: 2_000 }, () => '/to Alice');
    bob.says('/to Alice', '/to carol', ...calls, 'Hello?');
    await bob.hears('* Calling Alice', '* Calling carol');
    await bob.hears(
      ...calls.map(() => '* Still calling Alice, who has been told already'),
    );
    await bob.hears('! Nobody is listening: call somebody with /to NAME');
    await alice.hears('* bob calls: /to bob answers');
    await alice.hearsNothing();
    await carol.hears('* bob calls: /to bob answers');
    carol.says('/to bob');
    await bob.hears('* carol calls: /to carol answers');
    bob.says('/to carol');
    await bob.hears('* Paired with carol');
    bob.says('/bye', '/to Alice');
    await alice.hears('* bob calls: /to bob answers');
  });

  it('survives whatever it quotes, wherever it cuts it', async () => {
    const [alice] = await people(await exchange());
    for (let length = 18; length < 28; length++) {
      alice.says(`/${'a'.repeat(length)}😀`, `/to ${'b'.repeat(length)}😀`, '/to \r');
    }
    expect(await alice.rest()).toHaveLength(30);
  });
});

it('an exchange that steals is convicted by the scene of the third caller', async () => {
  const { source } = sceneFile('p2p/2-third-caller');
  await expect(
    playText(source, { program: wrongExchange(new Steals()) }),
  ).rejects.toThrow('expected carol to hear "! bob is busy…"');
});
