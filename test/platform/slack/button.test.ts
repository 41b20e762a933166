import { expect, test } from '@jest/globals';
import { button } from '../../../src/platform/slack/blocks.ts';

test.each([
  ['Read it', 'my note', 'Read it: my note'],
  ['Skip', 'Skip the questions', 'Skip the questions'],
  ['Check in', 'check in for week 3', 'check in for week 3'],
])('a button that shows %j can be called by that, whatever else its name says', (label, accessibilityLabel, name) => {
  expect(button({ label, action: 'a.b', accessibilityLabel }).accessibility_label).toBe(name);
});
