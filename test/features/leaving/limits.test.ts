// What is told when somebody leaves, and the whole of who sees what, as the gallery has them. What Slack takes of them is held in
// test/sandbox/gallery-limits.test.ts.
import { expect, test } from '@jest/globals';
import { fileText } from '../../../src/features/joining/text-file-view.ts';
import { leftChannelLetter, organiserLetter, partnerLetters } from '../../../src/features/leaving/letters.ts';
import {
  eraseQuestion,
  leaveQuestion,
  leftAnswer,
  notHandedOver,
  privacyAnswer,
  shownModal,
  whoSeesWhatModal,
} from '../../../src/features/leaving/views.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { answerModal } from '../../../src/platform/slack/answers.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';
import { leader } from '../../../src/sandbox/gallery/leader.ts';
import { departure, partnership } from '../../../src/sandbox/gallery/leaving/departure.ts';
import { instant, name, programme } from '../../../src/sandbox/gallery/made-up.ts';

const content = loadContent();
const now = instant('2027-01-04T09:00:00Z');

test.each([
  ['who sees what', privacyAnswer(content)],
  ['whether to leave', leaveQuestion(content, programme('longest'), partnership('longest', 3))],
  ['having left a trio', leftAnswer(content, programme('longest'), leader('longest'), partnership('longest', 3))],
  ['whether to delete everything', eraseQuestion(content)],
  ['files that Slack does not take', notHandedOver(content)],
])('%s can be answered in a form too', (_, answer) => {
  expect(checkView(answerModal(answer), 'modal')).toEqual([]);
});

test('the full list is whole', () => {
  const view = whoSeesWhatModal(content);
  const missing = content
    .ids()
    .filter((id) => id.startsWith('who.') && !JSON.stringify(view).includes(JSON.stringify(content.say(id).slice(0, 40)).slice(1, -1)));
  expect(missing).toEqual([]);
});

test('a person’s data of any size is shown', () => {
  const { text, blocks = [] } = fileText(content.say('leaving.export.shown'), name('longest').repeat(9000));
  expect(checkView(shownModal(text, blocks), 'modal')).toEqual([]);
});

test.each([2, 3])('each letter of one who leaves %d has a key of its own that fits', (count) => {
  const gone = departure('longest', count);
  const letters = [...partnerLetters(content, gone, now), organiserLetter(content, gone, 'U1'), leftChannelLetter(content, gone)];
  const keys = letters.map(({ key }) => key);
  expect(new Set(keys).size).toBe(count + 1);
  expect(keys.filter((key) => key.length >= 255)).toEqual([]);
});

test('letters say the bare fact and nothing of why', () => {
  const gone = departure('shortest', 2);
  const [letter] = partnerLetters(content, { ...gone, leader: { ...gone.leader, leftBecause: 'deactivated' } }, now);
  expect(letter?.body.text).toBe(content.say('m.partner.left', { partner: gone.leader.name }));
});
