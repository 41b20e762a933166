// Of what was done nothing is ever changed or taken away, but for the names of those who have asked to be forgotten.
import { expect, test } from '@jest/globals';
import { sourceFiles } from '../source.ts';

test('only forgetting a person touches what is on record', () => {
  const touching = sourceFiles().filter(({ text }) => /(?:updateTable|deleteFrom|replaceInto)\('audit'\)/.test(text));
  expect(touching.map(({ path }) => path)).toEqual(['src/platform/erase-traces.ts']);
  const changes = touching.flatMap(({ text }) =>
    [...text.matchAll(/\.updateTable\('audit'\)\s*\.set\(\{ (\w+): (\w+) \}\)/g)].map(([, column, to]) => `${column}: ${to}`),
  );
  expect(changes).toEqual(['actor: NOBODY', 'subject: null']);
});
