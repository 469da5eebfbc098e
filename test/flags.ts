import { helpRows } from '../lib/options/help.ts';
import { type Options, onOff, type Values, word } from '../lib/options/option.ts';
import { readOptions } from '../lib/options/read.ts';
import { UsageError } from '../lib/options/usage-error.ts';
import { columns, lineWidth } from '../lib/terminal/fold.ts';
import { complain, print } from '../lib/terminal/output.ts';

/** The flags of every benchmark. */
export const benchFlags = {
  quick: onOff('measure little, to see that it works'),
  save: onOff('write what was measured into its page of docs'),
};

export const profileFlag = {
  profile: word('FOLDER', 'keep a profile of each server in FOLDER'),
};

/** Returns the flags of a tool for those who work on the project. Ends it if they are wrong, or for `--help`. */
export function flagsOf<O extends Options>(tool: string, options: O): Values<O> {
  const words = process.argv.slice(2);
  if (words.includes('--help')) {
    for (const row of columns(helpRows(options), lineWidth())) print(row);
    process.exit(0);
  }
  try {
    return readOptions(words, options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(`${tool}: ${error.message}`);
    process.exit(2);
  }
}
