/** Matches a comment, or a text in quotes. */
const spoken =
  /\/\*[\s\S]*?\*\/|(?<![:\\'"`])\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
/** Matches the lines of a scene that are for its viewers. What people say in it is theirs. */
const shown = /^(?:--|\?\?|title:) .*$/gm;

/** Returns what a file says in English: comments, texts and narration, each in one line. */
export function said(file: string, source: string): string[] {
  const pattern = { ts: spoken, mjs: spoken, scene: shown }[
    file.slice(file.lastIndexOf('.') + 1)
  ];
  const texts = pattern === undefined ? [source] : (source.match(pattern) ?? []);
  // A text without a space is a word of the code.
  return texts.filter(text => /\s/.test(text)).map(inOneLine);
}

const inOneLine = (text: string): string =>
  text.replace(/\s*\n\s*(?:\* ?|\/\/ ?)?/g, ' ');
