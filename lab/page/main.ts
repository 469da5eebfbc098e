import { builtIn } from '../engine/built-in.ts';
import { openingAt } from '../engine/opening.ts';
import { Player } from '../engine/player.ts';
import { chooser } from './chooser.ts';
import { downloads } from './downloads.ts';
import { editorView } from './editor-view.ts';
import { eventView } from './event-view.ts';
import { listenToKeys } from './keys.ts';
import { Lab } from './lab.ts';
import { ladderView } from './ladder-view.ts';
import { legendView } from './legend-view.ts';
import { lessonView } from './lesson-view.ts';
import { logView } from './log-view.ts';
import { menus } from './menus.ts';
import { narrationView } from './narration-view.ts';
import { playback } from './playback.ts';
import { playerView } from './player-view.ts';
import { records } from './records.ts';
import { screensView } from './screens-view.ts';
import { settingsView } from './settings-view.ts';
import { openLink, share } from './share.ts';
import { tabs } from './tabs.ts';
import { startWorker } from './trusted.ts';
import { verdictView } from './verdict-view.ts';

const player = new Player(startWorker, builtIn);
const lab = new Lab(openingAt(builtIn, location.hash).state, state =>
  player.play(state),
);

tabs();
menus();
const views = [
  chooser,
  ladderView,
  legendView,
  narrationView,
  lessonView,
  screensView,
  eventView,
  editorView,
  settingsView,
  logView,
  verdictView,
  playerView,
  downloads,
  share,
];
for (const view of views) view(lab);
records(lab, player);
listenToKeys(lab);
playback(lab);
await openLink(lab);
