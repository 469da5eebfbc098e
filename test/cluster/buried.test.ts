import { expect, it } from 'vitest';
import { cluster } from '../../demos/cluster/demo.ts';
import { playText, sceneOf } from '../scene/playing.ts';

const played = (...steps: string[]) =>
  playText(sceneOf('full-duplex', steps), { program: cluster });

/** Alice is at A, bob and carol are at B, and A has taken B for dead. */
const buried = [
  'alice connects at A',
  'bob, carol connect at B',
  '1 s pass',
  'B is cut off',
  'bob says Tea?',
  '7 s pass',
  'alice hears * bob, carol left (1 here)',
];

it('a node that was taken for dead lives again, and what its members said is heard once', async () => {
  const { recorder } = await played(
    ...buried,
    'B is back',
    '1 s pass',
    'alice, carol hear [bob] Tea?',
    'alice says /who',
    'alice hears * In the room: alice, bob, carol',
    'bob says Coffee?',
    'alice, carol hear [bob] Coffee?',
  );
  const heard = recorder.events.filter(
    ({ end, what, text }) =>
      end === 'alice' && what === 'received' && text?.startsWith('[bob]'),
  );
  expect(heard).toHaveLength(2);
});

it('a member whose name was given away meanwhile is told so, and only that member', async () => {
  await played(
    ...buried,
    'dave connects without a name at A',
    'dave says bob',
    'dave hears * In the room: alice, bob',
    'B is back',
    'bob hears ! Taken: bob is here already, from another node',
    'bob hears the end',
    '1 s pass',
    'carol says Hi',
    'alice, dave hear [carol] Hi',
    'alice says /who',
    'alice hears * In the room: alice, bob, carol',
  );
});

it('a member that leaves while its node is cut off is out of the room when the node is back', async () => {
  await played(
    'alice connects at A',
    'bob connects at B',
    '1 s pass',
    'B is cut off',
    'bob says Bye',
    'bob says /quit',
    'bob hears * Goodbye',
    'B is back',
    'alice hears [bob] Bye',
    'alice hears * bob left (1 here)',
  );
});

it('nobody comes in while a node is cut off, and the newcomer is disconnected in time', async () => {
  await played(
    'alice connects at A',
    'B is cut off',
    'bob connects without a name at B',
    'bob says bob',
    'bob hears nothing',
    '30 s pass',
    'bob hears ! No name in 30 s',
    'B is back',
    '1 s pass',
    'alice says /who',
    'alice hears * In the room: alice',
  );
});

it('what waits for the log is bounded, for newcomers too', async () => {
  const source = sceneOf('full-duplex', [
    'alice connects at B',
    'B is cut off',
    'alice says Is anybody there?',
    'bob connects without a name at B',
    'bob says bob',
    'bob hears ! Not now: this node is cut off. Your name?',
    'B is back',
    'bob says bob',
    'bob hears * In the room: alice, bob',
  ]).replace('\n\n', '\nserver: --buffer 50\n\n');
  await playText(source, { program: cluster });
});
