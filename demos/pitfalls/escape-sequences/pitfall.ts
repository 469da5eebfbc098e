import type { Pitfall } from '../pitfall.ts';

const esc = '\u001b';

export const escapeSequences: Pitfall = {
  name: 'escape-sequences',
  title: 'Escape sequences in a name',
  symptoms: [
    'the terminal is empty, or in another colour, after somebody joined',
    'the title of the window has changed',
    '`^[[2J` in a log file',
  ],
  errors: [],
  rules: ['T8'],
  threads: [
    {
      title: 'gurk-rs: Improper neutralization of ANSI escape sequences',
      url: 'https://github.com/boxdot/gurk-rs/issues/384',
    },
    {
      title: 'river: escape attacker-controlled nicknames before terminal output',
      url: 'https://github.com/freenet/river/pull/633',
    },
    {
      title: 'solana: ASCII control characters allow for console hijacking',
      url: 'https://github.com/solana-labs/solana/issues/20495',
    },
  ],
  scene:
    'A server tells its operator who is here. Mallory’s name contains the bytes that clear a screen.',
  question: 'What does the operator see?',
  why: [
    'A terminal obeys what it is sent: ESC [ 2 J clears the screen, others move the cursor, or name the window.',
    'So a stranger’s text can hide lines, or write lines that no program has written.',
    '`right.ts` replaces every control character before it prints.',
    'The same goes for log files, which somebody will read in a terminal.',
  ],
  async check(trial) {
    const mallory = await trial.connect('mallory');
    mallory.writes(`mallory${esc}[2J\n`);
    await mallory.hears();
    await trial.program.screen.next();
    const { printed } = trial.program;
    trial.show('printed', [printed]);
    const ok = !Buffer.from(printed).toString().includes(esc);
    return {
      ok,
      found: ok
        ? 'the operator reads a name'
        : 'the operator’s screen is cleared by a name',
    };
  },
};
