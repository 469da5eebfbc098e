// The page: who is here, the conversation, and the wire next to it.

import { clean } from '../../../lib/connection/clean.ts';
import { isName, rule } from '../../../lib/hub/name.ts';
import { Field } from './field.ts';
import { problemWith } from './fits.ts';
import { hereAfter, isAboutPeople } from './here.ts';
import { LivePicture } from './live-picture.ts';
import type { Unsent } from './outbox.ts';
import { recordOf } from './record.ts';
import { PageTalk } from './talk.ts';
import { type State, Visitor } from './visitor.ts';

interface Words extends Unsent {
  readonly line: HTMLElement;
}

const byId = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const [enter, speak] = [byId<HTMLFormElement>('enter'), byId<HTMLFormElement>('speak')];
const [name, words] = [byId<HTMLInputElement>('name'), byId<HTMLInputElement>('words')];
const nameField = new Field(name, byId('name-problem'));
const wordsField = new Field(words, byId('words-problem'));
const [state, again] = [byId('state'), byId<HTMLButtonElement>('again')];
const [wire, lanes, below] = [byId('wire'), byId('lanes'), byId('rows')];
const sentences = byId<HTMLInputElement>('sentences');
const talk = new PageTalk(byId('log'));
const picture = new LivePicture();
let here: readonly string[] = [];
/** Whether the next answer to `/who` is for the page, which asked for it, and not for the person. */
let asking = false;

const at = (path: string, key: string) =>
  new WebSocket(`ws://${location.host}${path}?key=${key}`);

const guest = new Visitor<Words>({
  connect: key => at('/room', key),
  record: recordOf(key => at('/record', key), update),
  state: show,
  refused: why => nameField.says(clean(why)),
  line: hear,
  sent: ({ line }, sent) => line.classList.toggle('unsent', !sent),
});

function update(message: string): void {
  picture.take(message);
  draw();
}

function draw(): void {
  const atEnd = wire.scrollHeight - wire.scrollTop - wire.clientHeight < 40;
  const columns = Math.floor((wire.clientWidth - 16) / letterWidth());
  const { head, rows } = picture.drawn(columns, sentences.checked);
  lanes.textContent = head.map(row => `${row}\n`).join('');
  below.textContent = rows.join('\n');
  if (atEnd) wire.scrollTop = wire.scrollHeight;
}

function letterWidth(): number {
  const ruler = document.createElement('span');
  // Few enough letters for one row of the narrowest window: a wrapped row would give a wrong width.
  ruler.textContent = 'x'.repeat(20);
  below.replaceChildren(ruler);
  return ruler.getBoundingClientRect().width / 20;
}

function hear(text: string): void {
  const known = hereAfter(here, text);
  if (known !== undefined) showHere(known);
  else if (isAboutPeople(text)) ask();
  if (asking && text.startsWith('* In the room: ')) asking = false;
  else talk.heard(text);
}

function ask(): void {
  asking = true;
  guest.ask();
}

function show(now: State, wait: number): void {
  const seconds = Math.ceil(wait / 1_000);
  state.textContent = {
    gone: 'not connected',
    connecting: 'connecting…',
    naming: 'connecting…',
    refused: 'choose another name',
    here: `connected as ${guest.name}`,
    away: `connection lost, next try in ${seconds} s`,
  }[now];
  const outside = now === 'gone' || now === 'refused';
  const moved = enter.hidden !== !outside;
  enter.hidden = !outside;
  speak.hidden = outside;
  again.hidden = now !== 'away';
  if (moved) (outside ? name : words).focus();
  if (now !== 'here') asking = false;
  if (now === 'away' || now === 'gone') showHere([]);
}

function showHere(names: readonly string[]): void {
  here = names;
  const items = names.slice(0, 100).map(one => {
    const item = document.createElement('li');
    item.textContent = one;
    return item;
  });
  byId('here').replaceChildren(...items);
}

enter.addEventListener('submit', event => {
  event.preventDefault();
  const chosen = name.value.trim().normalize();
  if (isName(chosen)) guest.enter(chosen);
  else nameField.says('This name is not allowed');
});

speak.addEventListener('submit', event => {
  event.preventDefault();
  const text = words.value;
  if (text.trim() === '') return;
  const size = new TextEncoder().encode(text).length;
  const problem = problemWith(size, Number(words.dataset.most));
  if (problem === '') say(text, size);
  else wordsField.says(problem);
});

function say(text: string, size: number): void {
  const line = talk.mine(text);
  if (guest.say({ text, size, line })) words.value = '';
  else {
    line.remove();
    wordsField.says(
      'Not sent: too many messages are waiting. Your text is still in the box',
    );
  }
}

sentences.addEventListener('change', draw);
addEventListener('resize', draw);
again.addEventListener('click', () => guest.now());
addEventListener('online', () => guest.now());
byId('name-rule').textContent = rule;
name.focus();
