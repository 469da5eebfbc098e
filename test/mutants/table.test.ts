import { expect, it } from 'vitest';
import { mutantTable } from '../../docs/generate/mutants.ts';

it('counts what no test runs as not noticed, and says which folders were not tried', () => {
  const modes = { noticed: 3, survived: 1, untested: 4, left: 9 };
  const table = mutantTable({ modes });
  expect(table).toContain('| lib/modes | 8 | 3 | 1 | 4 | 37.5 % | 75.0 % |');
  expect(table).toContain('| lib/hub | not tried yet |');
});
