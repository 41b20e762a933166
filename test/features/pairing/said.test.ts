// What is said of a round when somebody has gone since it was drawn.
import { expect, test } from '@jest/globals';
import type { Edit } from '../../../src/features/pairing/edits.ts';
import { because, withoutThird } from '../../../src/features/pairing/planning/reasons.ts';
import { sayEdits } from '../../../src/features/pairing/said.ts';
import { loadContent } from '../../../src/platform/content/load.ts';

const content = loadContent();

test('a change about Bo, who has left, is not said any more', () => {
  const people = new Map([['amina', { name: 'Amina', function: 'Finance' }]]);
  const edits: Edit[] = [
    { what: 'leave-out', leader: 'bo' },
    { what: 'forbid', pair: ['amina', 'bo'], reason: 'They share a budget.', by: 'hana' },
    { what: 'leave-out', leader: 'amina' },
  ];
  expect(sayEdits(content, edits, people)).toBe('Left out of this round: Amina.');
  expect(sayEdits(content, edits.slice(0, 2), people)).toBe('');
});

test('what spoke for a trio is not said of the two who are left', () => {
  const reasons = ['trio', 'first', 'functions.three', 'both.three', 'level'].map((id) => because(`pairing.reason.${id}`));
  expect(withoutThird(reasons).map(({ id }) => id)).toEqual(['pairing.reason.first', 'pairing.reason.functions', 'pairing.reason.level']);
});
