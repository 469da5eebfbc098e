const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 cannot contain, even escaped. They become the replacement character. */
const foreign = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export const escaped = (text: string): string =>
  text.replace(foreign, '\uFFFD').replace(/[&<>"']/g, mark => entities[mark] ?? mark);

export const attribute = (text: string): string => `"${escaped(text)}"`;
