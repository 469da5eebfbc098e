// The page: who is here, the conversation, and the picture of what was sent.

import { clean } from '../../../lib/connection/clean.ts';
import { rule } from '../../../lib/hub/name.ts';
import { Field } from './field.ts';
import { isBlank, problemWith } from './fits.ts';
import { hereAfter, isAboutPeople } from './here.ts';
import { Members } from './members.ts';
import { problemWithName } from './name-problem.ts';
import type { Unsent } from './outbox.ts';
import { PagePicture } from './picture.ts';
import { recordOf } from './record.ts';
import { rememberedName, rememberName } from './remembered.ts';
import { showSample } from './sample.ts';
import { Start } from './start.ts';
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
const sentences = byId<HTMLInputElement>('sentences');
const picture = new PagePicture({
  wire: byId('wire'),
  heads: byId('heads'),
  ladder: byId('ladder'),
  told: byId('told'),
  earlier: byId('earlier'),
  paused: byId('paused'),
  verdict: byId('verdict'),
  counted: byId('counted'),
  folded: byId('folded'),
});
const colourOf = (who: string) => picture.colourOf(who);
const talk = new PageTalk(byId('log'), colourOf);
const members = new Members(byId('here'), byId('here-count'), colourOf);
const start = new Start(byId('start'));
/** Whether the next answer to `/who` is for the page, which asked for it, and not for the person. */
let asking = false;
let isInside = false;

const at = (path: string, key: string) =>
  new WebSocket(`ws://${location.host}${path}?key=${key}`);

const guest = new Visitor<Words>({
  connect: key => at('/room', key),
  record: recordOf(
    key => at('/record', key),
    update => {
      picture.take(update);
      showHere(members.names);
    },
  ),
  state: show,
  refused: why => nameField.says(clean(why.replace(/\. Your name\?$/, ''))),
  line: hear,
  sent: ({ line }, sent) => line.classList.toggle('unsent', !sent),
});

function hear(text: string): void {
  const known = hereAfter(members.names, text);
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
  state.dataset.state = now;
  again.hidden = now !== 'away';
  if (now === 'here') settle();
  else asking = false;
  const stays = now === 'connecting' || now === 'naming' ? isInside : now === 'away';
  goInside(now === 'here' || stays);
  if (now === 'away' || now === 'gone') showHere([]);
}

/** Shows the fields for one who is in the room, or (false) for one who is outside. */
function goInside(inside: boolean): void {
  const moved = isInside !== inside;
  isInside = inside;
  enter.hidden = inside;
  speak.hidden = !inside;
  showStart();
  if (moved) (inside ? words : name).focus();
}

function settle(): void {
  rememberName(guest.name);
  picture.isFor(guest.name);
  for (const id of ['talk', 'record', 'to-picture']) byId(id).hidden = false;
}

function showHere(names: readonly string[]): void {
  members.show(names, guest.name);
  showStart();
}

/** While the connection is lost nobody is known to be here, and there is nothing to start. */
function showStart(): void {
  if (!isInside || state.dataset.state === 'here')
    start.show(isInside, members.names.length);
}

enter.addEventListener('submit', event => {
  event.preventDefault();
  const chosen = name.value.trim().normalize();
  const problem = problemWithName(chosen);
  nameField.says(problem);
  if (problem === '') guest.enter(chosen);
  else name.focus();
});

speak.addEventListener('submit', event => {
  event.preventDefault();
  const text = words.value;
  if (isBlank(text)) return;
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

sentences.addEventListener('change', () => picture.tells(sentences.checked));
again.addEventListener('click', () => guest.now());
addEventListener('online', () => guest.now());
byId('name-rule').textContent = rule;
byId<HTMLAnchorElement>('second').textContent = location.host;
showSample(byId('sample'));
name.value = rememberedName();
name.focus();
