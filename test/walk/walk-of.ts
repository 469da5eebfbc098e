/** A function that was entered, and where it stands. */
export interface Step {
  readonly file: string;
  readonly name: string;
}

/** For people: file by file in the order of their first functions, and the sums. */
export function walkOf(steps: readonly Step[]): string[] {
  const stays = steps.filter(({ file }, at) => file !== steps[at - 1]?.file);
  const files = [...new Set(stays.map(({ file }) => file))];
  const rows = files.map((file, index) => {
    const returns = stays.filter(stay => stay.file === file).length - 1;
    const names = new Set(
      steps.filter(step => step.file === file).map(({ name }) => name),
    );
    const again = returns > 0 ? `↩ ${returns}` : '';
    return `${String(index + 1).padStart(2)}  ${file.padEnd(36)} ${again.padEnd(5)} ${[...names].join(', ')}`;
  });
  const returns = stays.length - files.length;
  return [
    ...rows,
    `${files.length} files, ${steps.length} calls, ${stays.length} stays, ${returns} returns`,
  ];
}
