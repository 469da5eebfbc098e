/** The folders of lib that are tried with mutants, and the folders of test whose tests must notice them. */
export const folders = {
  framing: ['framing'],
  trace: ['trace'],
  modes: ['modes'],
  hub: ['hub', 'p2m'],
} as const satisfies Record<string, readonly string[]>;

export type Folder = keyof typeof folders;

export const folderNames = Object.keys(folders) as Folder[];

/** Says to the tests' configuration which folder it is. */
export const chosenBy = 'MUTANTS_OF';
