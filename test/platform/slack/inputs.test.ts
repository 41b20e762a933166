// What people type and choose, and what is shown: read from any shape, within Slack's limits, with nothing in it that Slack would act on.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { button, modal, mrkdwn, sections } from '../../../src/platform/slack/blocks.ts';
import { option, select } from '../../../src/platform/slack/controls.ts';
import { heardCommand, heardPress, heardSubmission } from '../../../src/platform/slack/heard.ts';
import {
  choiceIn,
  choicesIn,
  clean,
  dayIn,
  filesIn,
  mentionedIn,
  peopleIn,
  personIn,
  textIn,
  timeIn,
  typed,
} from '../../../src/platform/slack/inputs.ts';
import { cut, cutMrkdwn, inert } from '../../../src/platform/slack/text.ts';

const any = { unit: 'binary' as const, maxLength: 400 };

describe('fields', () => {
  const state = {
    words: { words: { type: 'plain_text_input', value: '  Some\u202e words\u0000  ' } },
    one: { one: { selected_option: { value: 'a' } } },
    many: { many: { selected_options: [{ value: 'a' }, { value: 'b' }] } },
    person: { person: { selected_user: 'U1' } },
    people: { people: { selected_users: ['U1', 'U2', 'U1'] } },
    day: { day: { selected_date: '2027-01-12' } },
    time: { time: { selected_time: '09:30' } },
    file: { file: { files: [{ id: 'F1', name: 'x.csv', size: 3 }] } },
    empty: { empty: { value: null, selected_option: null, selected_user: null, selected_date: null } },
    odd: { odd: { value: 5, selected_date: '2027-13-99', selected_time: '25:00', selected_options: 'x' } },
  };

  test('are read as they were filled in', () => {
    expect([textIn(state, 'words'), choiceIn(state, 'one'), choicesIn(state, 'many'), personIn(state, 'person')]).toEqual([
      'Some words',
      'a',
      ['a', 'b'],
      'U1',
    ]);
    expect([peopleIn(state, 'people'), dayIn(state, 'day'), timeIn(state, 'time'), filesIn(state, 'file')]).toEqual([
      ['U1', 'U2'],
      '2027-01-12',
      '09:30',
      [{ id: 'F1', name: 'x.csv', size: 3 }],
    ]);
  });

  test.each(['empty', 'odd', 'missing'])('%s are empty, never a fault', (block) => {
    expect([textIn(state, block), choiceIn(state, block), choicesIn(state, block), personIn(state, block)]).toEqual([
      '',
      undefined,
      [],
      undefined,
    ]);
    expect([peopleIn(state, block), dayIn(state, block), timeIn(state, block), filesIn(state, block)]).toEqual([
      [],
      undefined,
      undefined,
      [],
    ]);
  });

  test('mentions are read in order, each once', () => {
    expect(mentionedIn('<@U0BO> and <@W0CHIDI|chidi>, <@U0BO> <!here> <@lower>')).toEqual(['U0BO', 'W0CHIDI']);
  });
});

describe('whatever arrives', () => {
  test('text is cleaned of what cannot be seen, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(any), (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        expect(once).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cs}]/u);
        expect([...once].filter((sign) => sign < ' ' && sign !== '\n' && sign !== '\t')).toEqual([]);
        void typed(text);
      }),
    );
  });

  test('no payload is a fault', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        for (const hear of [heardCommand, heardPress, heardSubmission]) void hear(body);
      }),
    );
  });
});

describe('text that is shown', () => {
  test('is cut to its limit, never inside a character, a mention or an escaped sign', () => {
    fc.assert(
      fc.property(fc.string(any), fc.integer({ min: 2, max: 50 }), (text, most) => {
        expect(cut(text, most).length).toBeLessThanOrEqual(most);
        expect(cutMrkdwn(text, most).length).toBeLessThanOrEqual(most);
      }),
    );
    expect(cut('a😀b', 3)).toBe('a…');
    expect(cutMrkdwn('Hello <@U0AMINA> and', 12)).toBe('Hello …');
    expect(cutMrkdwn('R&amp;D is here', 5)).toBe('R…');
  });

  test('holds nothing on which Slack would act but mentions', () => {
    fc.assert(
      fc.property(fc.string(any), (text) => {
        const shown = inert(text);
        expect(shown.replace(/<[@#][A-Z0-9]+>/g, '')).not.toMatch(/[<>]/);
        expect(inert(shown)).toBe(shown);
      }),
    );
    expect(inert('<!channel> R&D <@U0BO> <https://x|y>')).toBe('&lt;!channel&gt; R&amp;D <@U0BO> &lt;https://x|y&gt;');
  });

  test('that is long is several sections, and nothing of it is lost', () => {
    const long = Array.from({ length: 400 }, (_, n) => `Sentence number ${n} of this text.`).join(' ');
    const parts = sections(`First.\n\n${long}`);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part.text?.text.length).toBeLessThanOrEqual(3_000);
    expect(
      parts
        .map((part) => part.text?.text)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(`First. ${long}`);
  });

  test('is never empty, for Slack would refuse it', () => expect(mrkdwn('').text).toBe(' '));
});

describe('what Slack would refuse', () => {
  test('a label is cut, a value that is too long is a bug', () => {
    expect(button({ label: 'x'.repeat(100), action: 'test.a' }).text.text).toHaveLength(75);
    expect(() => option({ value: 'x'.repeat(76), label: 'x' })).toThrow(RangeError);
  });

  test('more than a hundred choices are shown in groups', () => {
    const choices = Array.from({ length: 290 }, (_, n) => ({ value: String(n), label: `Leader ${n}` }));
    const { options, option_groups } = select({ action: 'test.a', choices, chosen: '205' });
    expect(options).toBeUndefined();
    expect(option_groups?.map((group) => group.options.length)).toEqual([100, 100, 90]);
  });

  test('a form without a button to submit it is a bug', () => {
    const field = {
      type: 'input' as const,
      label: { type: 'plain_text' as const, text: 'x' },
      element: { type: 'plain_text_input' as const },
    };
    expect(() => modal({ callback: 'test.a', title: 'x', blocks: [field] })).toThrow(RangeError);
  });
});
