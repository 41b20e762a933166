// What stands in the page's fields and what may be put into them: presets and what was typed over them, choices, limits. Pure, so that no browser is needed.
import { describe, expect, test } from '@jest/globals';
import type { Block, Element } from '../../src/sandbox/page/client/blocks/block-kit.ts';
import { chosenOf, fitting, groupsOf, isShort } from '../../src/sandbox/page/client/blocks/choices.ts';
import { asTyped, heldAtFirst } from '../../src/sandbox/page/client/blocks/held.ts';
import { keysOf } from '../../src/sandbox/page/client/blocks/keys.ts';
import { boundsWords, isNews, limitWords, roomFor } from '../../src/sandbox/page/client/blocks/limits.ts';
import { nameOf } from '../../src/sandbox/page/client/blocks/names.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const names = { person: (id: string) => ({ U1: 'Amina', U2: 'Bo' })[id] ?? id, channel: (id: string) => id, timeZone: 'UTC' };

describe('what a field holds', () => {
  test.each<[string, Partial<Element>, unknown]>([
    ['plain_text_input', { initial_value: 'a' }, 'a'],
    ['rich_text_input', { initial_value: { elements: [{ elements: [{ text: 'a' }, { text: 'b' }] }] } }, 'ab'],
    ['static_select', { initial_option: option('a') }, 'a'],
    ['multi_static_select', { initial_options: [option('a'), option('b')] }, ['a', 'b']],
    ['multi_users_select', { initial_users: ['U1'] }, ['U1']],
    ['conversations_select', { initial_conversation: 'C1' }, 'C1'],
    ['checkboxes', {}, []],
    ['datepicker', { initial_date: '2027-01-12' }, '2027-01-12'],
    ['datetimepicker', { initial_date_time: 1_799_746_200 }, '1799746200'],
    ['timepicker', {}, ''],
  ])('%s', (type, preset, held) => {
    expect(heldAtFirst({ type, ...preset })).toEqual(held);
  });

  test('what was typed stands before what was preset, also when that is nothing', () => {
    const input = (block_id: string, element: Element): Block => ({ type: 'input', block_id, element: { action_id: 'it', ...element } });
    const blocks = [
      input('name', { type: 'plain_text_input', initial_value: 'Preset' }),
      input('emptied', { type: 'plain_text_input', initial_value: 'Preset' }),
      input('partner', { type: 'users_select', initial_user: 'U1' }),
      input('days', { type: 'checkboxes', initial_options: [option('a')] }),
      input('untouched', { type: 'timepicker', initial_time: '09:30' }),
    ];
    const typed = asTyped(blocks, {
      name: { it: { type: 'plain_text_input', value: 'Typed' } },
      emptied: { it: { type: 'plain_text_input', value: null } },
      partner: { it: { type: 'users_select', selected_user: 'U2' } },
      days: { it: { type: 'checkboxes', selected_options: [] } },
    });
    expect(typed.map(({ element }) => heldAtFirst(element as Element))).toEqual(['Typed', '', 'U2', [], '09:30']);
  });
});

describe('choices', () => {
  const people = [
    { value: 'U1', label: 'Amína Adeyemi', description: 'Finance Director' },
    { value: 'U2', label: 'Bo Lindqvist' },
  ];
  const channels = [
    { value: 'C1', label: 'leaders', kind: 'public' as const },
    { value: 'C2', label: 'board', kind: 'private' as const },
  ];
  const offered = (element: Element, typed = '') =>
    fitting(groupsOf(element, { people, channels }), typed).flatMap((group) => group.choices.map(({ value }) => value));

  test.each([
    ['', ['U1', 'U2']],
    ['amina', ['U1']],
    ['DIRECTOR fin', ['U1']],
    ['lind  bo', ['U2']],
    ['nobody', []],
  ])('people found by %j', (typed, found) => {
    expect(offered({ type: 'multi_users_select' }, typed)).toEqual(found);
  });

  test('channels and conversations, as far as the app wants them', () => {
    expect(offered({ type: 'channels_select' })).toEqual(['C1']);
    expect(offered({ type: 'conversations_select' })).toEqual(['C1', 'C2']);
    expect(offered({ type: 'conversations_select', filter: { include: ['private'] } })).toEqual(['C2']);
  });

  test('somebody who is not offered any more keeps their name', () => {
    expect(chosenOf(['U2', 'U9'], [], names).map(({ label }) => label)).toEqual(['Bo', 'U9']);
  });

  test('a few plain choices are left to the browser, others are searched', () => {
    const short = (options: object[]) => {
      const element = { type: 'static_select', options } as Element;
      return isShort(element, groupsOf(element, { people, channels }));
    };
    expect(short([option('a'), option('b')])).toBe(true);
    expect(short([{ ...option('a'), description: plain('more') }])).toBe(false);
    expect(short(Array.from({ length: 21 }, (_, index) => option(`o${index}`)))).toBe(false);
  });
});

describe('limits', () => {
  const field = { type: 'plain_text_input', min_length: 5, max_length: 300 };

  test.each([
    ['', undefined],
    ['abc', 'At least 5 characters, 2 to go'],
    ['abcdef', undefined],
    ['x'.repeat(270), '30 characters left'],
    [`${'x'.repeat(298)}🌱`, '1 character left'],
    ['🌱'.repeat(300), 'No more than 300 characters fit here'],
  ])('%#', (text, words) => {
    expect(limitWords(field, text)).toBe(words);
  });

  test('whoever listens hears of it now and then', () => {
    const told = (length: number) => isNews(field, 'x'.repeat(length));
    expect([1, 2, 280, 281, 296, 297, 300].map(told)).toEqual([false, true, true, false, false, true, true]);
  });

  test('the browser counts some letters twice, people once', () => {
    expect([roomFor(field, 'abc'), roomFor(field, '🌱🌱')]).toEqual([300, 302]);
  });

  test('numbers say what they may be', () => {
    const bounds = (more: Partial<Element>) => boundsWords({ type: 'number_input', ...more });
    expect([bounds({ min_value: '1', max_value: '12' }), bounds({ max_value: '12' }), bounds({})]).toEqual([
      'From 1 to 12',
      'At most 12',
      undefined,
    ]);
  });
});

test('a block keeps its key when Slack gives it another id, and a field only when its ids stay', () => {
  const drawn = (mark: string): Block[] => [
    { type: 'section', block_id: `${mark}1` },
    { type: 'section', block_id: `${mark}2`, accessory: { type: 'button', action_id: 'change' } },
    { type: 'section', block_id: `${mark}3`, accessory: { type: 'button', action_id: 'change' } },
    { type: 'input', block_id: mark, element: { type: 'timepicker', action_id: 'at' } },
  ];
  const [before, after] = [keysOf(drawn('a')), keysOf(drawn('b'))];
  expect(before.slice(0, 3)).toEqual(after.slice(0, 3));
  expect(before[3]).not.toBe(after[3]);
  expect(new Set(before).size).toBe(4);
});

test('a control without a label is called by its own words, the words before it, or its kind', () => {
  const block = { type: 'section', text: { type: 'mrkdwn' as const, text: 'Swap *<@U2>* with' } };
  expect(nameOf(block, { type: 'users_select' }, names)).toBe('Swap @Bo with');
  expect(nameOf(block, { type: 'users_select', placeholder: plain('Somebody') }, names)).toBe('Somebody');
  expect(nameOf(block, { type: 'overflow' }, names)).toBe('More');
  expect(nameOf({ type: 'actions' }, { type: 'datetimepicker' }, names)).toBe('Date and time');
});
