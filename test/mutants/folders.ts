/** The folders of lib that are tried with mutants. The tests in test/FOLDER must notice them. */
export const folderNames = ['framing', 'trace', 'modes', 'hub'] as const;

export type Folder = (typeof folderNames)[number];

/** Says to the tests' configuration which folder it is. */
export const chosenBy = 'MUTANTS_OF';
