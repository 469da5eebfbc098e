import { readFileSync } from 'node:fs';

/** A step of an exercise: the rules to keep, and the scenes that turn green. */
export interface Step {
  readonly rules: readonly string[];
  readonly scenes: readonly string[];
}

const page = readFileSync('docs/exercises.md', 'utf8');

/** The part of docs/exercises.md about a mode. */
export const partAbout = (mode: string, markdown = page): string =>
  markdown.split(/^## /m).find(part => part.toLowerCase().startsWith(`${mode}: `)) ??
  '';

/** Returns the steps of the exercise for a mode. */
export const stepsOf = (mode: string, markdown = page): Step[] =>
  partAbout(mode, markdown)
    .split('\n')
    .filter(line => /^\| \d+ \|/.test(line))
    .map(line => line.split(' | '))
    .map(([, , rules = '', scenes = '']) => ({
      rules: [...rules.matchAll(/\[([A-Z]\d+)\]/g)].map(([, id = '']) => id),
      scenes: [...scenes.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    }));
