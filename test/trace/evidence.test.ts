import { expect, it } from 'vitest';
import { notHeard } from '../../lib/trace/evidence.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { call } from './runs.ts';

/** What a line says of that many messages that were all rejected. */
function rejected(count: number): string {
  const run = call();
  for (let i = 0; i < count; i++)
    run.refuse(run.send('alice', 'station', 'Hi'), 'out of turn');
  return notHeard(judge('half-duplex', run.events).counts);
}

it('six messages that were not heard are all named, and of more only the first six', () => {
  const six =
    '3 rejected, 5 rejected, 7 rejected, 9 rejected, 11 rejected, 13 rejected';
  expect(rejected(1)).toBe('1 not heard (3 rejected)');
  expect(rejected(6)).toBe(`6 not heard (${six})`);
  expect(rejected(7)).toBe(`7 not heard (${six}, …)`);
});
