// What the eight weeks of a team say comes within the limits of a scheduled message: a hundred words, no more than one request, and how to stop. Slack's own
// limits are held for every sample of the gallery.
import { describe, expect, test } from '@jest/globals';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { asRead, wordsIn } from '../../../../src/platform/content/wording.ts';
import { teamWeeksSamples } from '../../../../src/sandbox/gallery/gathering/team-weeks.ts';

const content = loadContent();
const SCHEDULED =
  /^gathering\.team\.(?:line\.(?:first|changed|third|alone)|host\.(?:before|ten|result|none)|taps|over-told|alone|again(?:\.change)?)$/;
const scheduled = teamWeeksSamples.filter(({ id }) => SCHEDULED.test(id));

test('there are as many as there ought to be', () => {
  expect(scheduled).toHaveLength(13);
});

describe.each(scheduled.map((sample) => [sample.id, sample] as const))('%s', (_, sample) => {
  test('has a hundred words at most, as it is read', () => {
    expect(wordsIn(asRead(sample.draw(content, 'usual').text ?? ''))).toBeLessThanOrEqual(100);
  });

  test('says the same to whoever only hears it', () => {
    const { text = '', blocks = [] } = sample.draw(content, 'usual');
    const shown = blocks.flatMap((block) => (block.type === 'section' && block.text ? [block.text.text] : []));
    for (const each of shown) expect(text).toContain(each);
  });
});
