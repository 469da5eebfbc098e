import type { Pitfall } from '../pitfall.ts';
import { being } from '../trial/expected.ts';

const text = '<img src=x onerror=alert(1)>';
const get = (path: string) => `GET ${path} HTTP/1.0\r\n\r\n`;

export const innerHtml: Pitfall = {
  name: 'inner-html',
  title: 'A message becomes part of the page',
  symptoms: [
    'a message opens a window in everybody’s browser',
    'text with `<` in it disappears',
    '`innerHTML`, XSS, cross-site scripting',
  ],
  errors: [],
  rules: [],
  threads: [
    {
      title:
        'learning-opentok-web: Prevent XSS by using textContent rather than innerHTML',
      url: 'https://github.com/opentok/learning-opentok-web/pull/5',
    },
    {
      title: 'colyseus-examples: Prevent XSS via innerHTML',
      url: 'https://github.com/colyseus/colyseus-examples/pull/21',
    },
    {
      title: 'HiChat: Fix XSS',
      url: 'https://github.com/wayou/HiChat/pull/29',
    },
  ],
  scene:
    'A page shows what people have said. Mallory says something that looks like HTML.',
  question: 'What does Alice’s browser do with it?',
  why: [
    'HTML does not know who wrote which part of it: a tag is a tag, and its script runs for everybody in the room.',
    '`naive.ts` puts the words into the page as they are; `innerHTML` does the same within a page.',
    '`right.ts` writes `&lt;` for `<`, so the browser shows the words.',
    'Within a page use `textContent`, which cannot be misunderstood.',
  ],
  async check(trial) {
    const mallory = await trial.connect('mallory');
    mallory.writes(get(`/say?text=${encodeURIComponent(text)}`));
    await mallory.hearsAtLast(/<li>/);
    const alice = await trial.connect('alice');
    alice.writes(get('/'));
    const line = await alice.hearsAtLast(/<li>/);
    const shown = text.replace('<', '&lt;');
    return being('the page is', [`<ul><li>${shown}</li>`], [line]);
  },
};
