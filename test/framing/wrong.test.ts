import { expect, it } from 'vitest';
import { properties } from './properties.ts';
import { wrongs } from './wrong.ts';

it.each(wrongs)('convicts a codec that $name', subject => {
  expect(() => properties[subject.convictedBy](subject)).toThrow();
});

it('has a wrong codec for each property', () => {
  const able = new Set(wrongs.map(({ convictedBy }) => convictedBy));
  expect([...able].sort()).toEqual(Object.keys(properties).sort());
});
