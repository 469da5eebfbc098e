import { describe, it } from 'vitest';
import { properties } from './properties.ts';
import { subjects } from './subjects.ts';

describe.each(subjects)('$name', subject => {
  it.each(Object.entries(properties))('%s', (_name, property) => {
    property(subject);
  });
});
