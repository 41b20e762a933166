// Blanks: how they are filled, what is made harmless, and what is left when nothing is put in.
import { describe, expect, test } from '@jest/globals';
import { blanksOf, fillMrkdwn, fillPlain } from '../../../src/platform/content/fill.ts';

describe('as Slack mrkdwn', () => {
  test("Amina's name stands where the blank was", () => {
    expect(fillMrkdwn('Welcome, {name}.', { name: 'Amina' })).toBe('Welcome, Amina.');
  });

  test('signs that Slack gives a meaning to are text when Bo writes them', () => {
    expect(fillMrkdwn('{partner} said: {text}', { partner: 'Bo', text: '<!channel> R&D > all' })).toBe(
      'Bo said: &lt;!channel&gt; R&amp;D &gt; all',
    );
  });

  test('a mention made by the program stays a mention', () => {
    expect(fillMrkdwn('{partner} is here.', { partner: { mrkdwn: '<@U024BE7LH>' } })).toBe('<@U024BE7LH> is here.');
  });

  test('what Chidi writes is not filled a second time', () => {
    expect(fillMrkdwn('{partner}: {text}', { partner: 'Chidi', text: '{partner} $& $1' })).toBe('Chidi: {partner} $&amp; $1');
  });

  test('half a character, as cutting leaves it, is left out', () => {
    expect(fillMrkdwn('{text}!', { text: 'Well done 👍'.slice(0, 11) })).toBe('Well done !');
    expect(fillPlain('{text}!', { text: 'Well done 👍'.slice(0, 11) })).toBe('Well done !');
  });

  test('numbers are written out, nought as well', () => {
    expect(fillMrkdwn('{x} of {y} replied.', { x: 0, y: 12 })).toBe('0 of 12 replied.');
  });

  test.each([
    ['*{element}: {title}*.', 'Whose is it?', '*Empowering each other: Whose is it?*'],
    ['{element}: {title}.', 'Bring something real', 'Empowering each other: Bring something real.'],
    ['{element}: {title}', 'Whose is it?', 'Empowering each other: Whose is it?'],
    ['{title}.md', 'What?', 'What?.md'],
  ])('%j has one mark at its end, whether it is filled with %j', (text, title, filled) => {
    expect(fillMrkdwn(text, { element: 'Empowering each other', title })).toBe(filled);
  });

  test.each([['name'], ['toString'], ['constructor']])('a missing {%s} is a fault', (name) => {
    expect(() => fillMrkdwn(`Hello {${name}}.`, {})).toThrow(`{${name}}`);
  });
});

describe('an optional blank', () => {
  const opener = '*{title}*.\n\n{meaning?}\n\nA question: {question} {start?}\n\nThe end. {last?}';

  test('is filled like any other', () => {
    expect(fillMrkdwn('{first?} then', { first: 'First,' })).toBe('First, then');
  });

  test.each([[{}], [{ meaning: '', start: '', last: '' }]])('leaves no gap when it is empty: %j', (rest) => {
    expect(fillMrkdwn(opener, { title: 'Trust', question: 'What?', ...rest })).toBe('*Trust*.\n\nA question: What?\n\nThe end.');
  });

  test('leaves no gap at the start of a line', () => {
    expect(fillMrkdwn('{a?} {b?} text', {})).toBe('text');
  });

  test('is needed when it also stands there without its mark', () => {
    expect(blanksOf('{name?} and {name}, {other?}')).toEqual([
      { name: 'name', optional: false },
      { name: 'other', optional: true },
    ]);
  });
});

describe('as plain text', () => {
  test.each([
    ['*Private.* What we say stays.', 'Private. What we say stays.'],
    ['_Try:_ ask, "What?"', 'Try: ask, "What?"'],
    ['Type `/coachingpairs join` here.', 'Type /coachingpairs join here.'],
    ['Our rhythm is ___ (steady). We meet on ___ at ___.', 'Our rhythm is ___ (steady). We meet on ___ at ___.'],
    ['See <https://example.org/a_b|the page>.', 'See the page.'],
    ['5 * 3 * 2 and snake_case_name', '5 * 3 * 2 and snake_case_name'],
    ['Fish &amp; chips', 'Fish & chips'],
  ])('%s', (text, plain) => {
    expect(fillPlain(text, {})).toBe(plain);
  });

  test("Dolores's own asterisks and brackets stay as she wrote them", () => {
    expect(fillPlain('*{name}* wrote: {text}', { name: 'Dolores', text: '*wow* <b> & _so_' })).toBe('Dolores wrote: *wow* <b> & _so_');
  });
});
