// How the page reads what Slack's messages are written in: formatted text, rich text, dates. Pure, so that no browser is needed.
import { describe, expect, test } from '@jest/globals';
import { dateText } from '../../src/sandbox/page/client/blocks/dates.ts';
import type { Box, Piece } from '../../src/sandbox/page/client/blocks/pieces.ts';
import { readMarkdown } from '../../src/sandbox/page/client/blocks/read-markdown.ts';
import { readMrkdwn, readMrkdwnInline } from '../../src/sandbox/page/client/blocks/read-mrkdwn.ts';
import { readRichText } from '../../src/sandbox/page/client/blocks/read-rich-text.ts';
import { atWallClock, wallClock } from '../../src/sandbox/page/client/blocks/zoned.ts';

const SIGNS = { bold: 'b', italic: 'i', strike: 's', underline: 'u', highlight: 'h' } as const;

/** Boxes as one line, so that a table can be read: `[quote: b(bold) and text]`. */
function told(boxes: readonly Box[]): string {
  return boxes.map(box).join(' ');
}

function box(one: Box): string {
  switch (one.kind) {
    case 'lines':
      return one.pieces.map(piece).join('');
    case 'quote':
      return `[quote: ${told(one.boxes)}]`;
    case 'preformatted':
      return `[pre: ${one.text.replaceAll('\n', '/')}]`;
    case 'heading':
      return `[heading: ${one.pieces.map(piece).join('')}]`;
    case 'list':
      return `[${one.ordered ? `from ${one.start}` : 'list'}: ${one.items.map(told).join(', ')}]`;
    default:
      return '[rule]';
  }
}

function piece(one: Piece): string {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'break':
      return '/';
    case 'code':
      return `code(${one.text})`;
    case 'marked':
      return `${SIGNS[one.mark]}(${one.pieces.map(piece).join('')})`;
    case 'link':
      return `link(${one.url}: ${one.pieces.map(piece).join('')})`;
    case 'date':
      return `date(${one.seconds} ${one.template}${one.url ? ` ${one.url}` : ''})`;
    case 'emoji':
      return one.glyph;
    case 'group':
      return `group(${one.label})`;
    default:
      return `${one.kind}(${one.id}${one.label ? `|${one.label}` : ''})`;
  }
}

describe('mrkdwn', () => {
  test.each([
    ['*bold* and _italic_ and ~gone~', 'b(bold) and i(italic) and s(gone)'],
    ['*_~all~_*', 'b(i(s(all)))'],
    ['*bold with _italic_ in it*', 'b(bold with i(italic) in it)'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['un*bold*able', 'un*bold*able'],
    ['**two stars**', '*b(two stars)*'],
    ['* not bold*', '* not bold*'],
    ['*never ends', '*never ends'],
    ['*over\nlines*', '*over/lines*'],
    ['(*in brackets*), “*quoted*”', '(b(in brackets)), “b(quoted)”'],
    ['*<https://example.org|a * b>*', 'b(link(https://example.org: a * b))'],
    ['`*code* <@U1>`', 'code(*code* <@U1>)'],
    ['`a &lt;b&gt; c`', 'code(a <b> c)'],
    ['&lt;b&gt; &amp;amp; &amp;', '<b> &amp; &'],
    ['•  one\n•  two', '•  one/•  two'],
    ['Well done :tada:, at 10:30:15 :nobody_knows_this:', 'Well done 🎉, at 10:30:15 :nobody_knows_this:'],
    ['🧑‍💻 مرحبا *بك*', '🧑‍💻 مرحبا b(بك)'],
    ['', ''],
  ])('%j', (text, said) => {
    expect(told(readMrkdwn(text, { verbatim: true }))).toBe(said);
  });

  test.each([
    ['<@U1> and <@U2|bo>', 'person(U1) and person(U2|bo)'],
    ['<#C1|leaders>', 'channel(C1|leaders)'],
    ['<!here> <!subteam^S1|@finance>', 'group(@here) group(@finance)'],
    ['<!channel|ignored>', 'group(@channel)'],
    ['<https://example.org/?a=1&amp;b=2|the &lt;plan&gt;>', 'link(https://example.org/?a=1&b=2: the <plan>)'],
    ['<mailto:bo@example.org>', 'link(mailto:bo@example.org: bo@example.org)'],
    ['<!date^1799746200^{date_short} at {time}|12 Jan>', 'date(1799746200 {date_short} at {time})'],
    ['<!date^1799746200^{date}^https://example.org|12 Jan>', 'date(1799746200 {date} https://example.org)'],
    ['<!date^soon^{date}|one day>', 'one day'],
    ['<not a reference>', '<not a reference>'],
  ])('what stands between < and >: %j', (text, said) => {
    expect(told(readMrkdwn(text, { verbatim: true }))).toBe(said);
  });

  test.each([
    ['&gt; one\n&gt; two\nthree', '[quote: one/two] three'],
    ['one\n> two', 'one [quote: two]'],
    ['one\n&gt;&gt;&gt; two\nthree', 'one [quote: two/three]'],
    ['&gt; one\n&gt;&gt;&gt;two\n&gt; three', '[quote: one] [quote: two/&gt; three]'.replace('&gt; three', '> three')],
    ['before\n```\nlet x = *1*;\n&lt;p&gt;\n```\nafter', 'before [pre: let x = *1*;/<p>] after'],
    ['```never closed', '```never closed'],
  ])('lines that belong together: %j', (text, said) => {
    expect(told(readMrkdwn(text, { verbatim: true }))).toBe(said);
  });

  test('addresses and calls to everyone are linked only where the app lets Slack look for them', () => {
    const text = 'See https://example.org/a, @here and someone@here.org.';
    expect(told(readMrkdwn(text))).toBe('See link(https://example.org/a: https://example.org/a), group(@here) and someone@here.org.');
    expect(told(readMrkdwn(text, { verbatim: true }))).toBe(text);
  });

  test.each([
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<javascript:alert(1)|press me>', '<javascript:alert(1)|press me>'],
    ['<JaVaScRiPt:alert(1)>', '<JaVaScRiPt:alert(1)>'],
    ['<data:text/html,hello|x>', '<data:text/html,hello|x>'],
    ['<//evil.example|x>', '<//evil.example|x>'],
    ['<!date^1^{date}^javascript:alert(1)|x>', 'date(1 {date})'],
    ['<@U1"onclick=x>', '<@U1"onclick=x>'],
  ])('nothing that could run becomes a link: %j', (text, said) => {
    expect(told(readMrkdwn(text))).toBe(said);
  });

  test.each([
    ['one word', 'x'.repeat(40_000)],
    ['marks that begin', ' *a'.repeat(13_000)],
    ['marks within marks', '*_~'.repeat(13_000)],
    ['brackets that open', '*a<'.repeat(13_000)],
    ['ticks', '`'.repeat(40_001)],
    ['fences', '```'.repeat(13_001)],
    ['quotes that come and go', '&gt; a\nb\n'.repeat(5_000)],
    ['colons', ':a'.repeat(20_000)],
  ])(
    'no text keeps the page waiting: %s',
    (_, text) => {
      expect(told(readMrkdwn(text)).length).toBeGreaterThan(0);
      expect(readMrkdwnInline(text).length).toBeGreaterThan(0);
    },
    2_000,
  );
});

describe('rich text', () => {
  const words = (text: string, style = {}) => ({ type: 'text', text, style });

  test('styles, people, places, groups, links, emoji and dates', () => {
    const section = [
      words('bold', { bold: true, italic: true }),
      words(' code', { code: true }),
      { type: 'user', user_id: 'U1' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'broadcast', range: 'here' },
      { type: 'link', url: 'https://example.org', text: 'there' },
      { type: 'link', url: 'javascript:alert(1)', text: 'nowhere' },
      { type: 'emoji', name: 'ghost', unicode: '1f47b' },
      { type: 'emoji', name: 'unheard_of' },
      { type: 'date', timestamp: 1799746200, format: '{date}', fallback: 'x' },
      { type: 'colour_of_the_future', fallback: 'something new' },
    ];
    expect(told(readRichText([{ type: 'rich_text_section', elements: section }]))).toBe(
      'i(b(bold))code( code)person(U1)channel(C1)group(@here)link(https://example.org: there)nowhere👻:unheard_of:date(1799746200 {date})something new',
    );
  });

  test('a list within a list, and numbers that go on', () => {
    const item = (text: string) => ({ type: 'rich_text_section', elements: [words(text)] });
    const parts = [
      { type: 'rich_text_list', style: 'ordered', indent: 0, elements: [item('one')] },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [item('in'), item('it')] },
      { type: 'rich_text_list', style: 'ordered', indent: 0, offset: 1, elements: [item('two')] },
      { type: 'rich_text_quote', elements: [words('said\nonce')] },
      { type: 'rich_text_preformatted', elements: [words('a\nb')] },
    ];
    expect(told(readRichText(parts))).toBe('[from 1: one [list: in, it]] [from 2: two] [quote: said/once] [pre: a/b]');
  });
});

test('Markdown: headings, lists, quotes, code, rules and marks', () => {
  const text =
    '# Plan #\n\n1. **first** _step_\n2. [second](https://example.org)\n   - within\n\n> said\n> so\n\n---\n```\na < b\n```\n~~old~~ `x` [bad](javascript:x)';
  expect(told(readMarkdown(text))).toBe(
    '[heading: Plan] [from 1: b(first) i(step), link(https://example.org: second) [list: within]] [quote: said/so] [rule] [pre: a < b] s(old) code(x) [bad](javascript:x)',
  );
});

describe('dates', () => {
  const london = { timeZone: 'Europe/London', now: Date.parse('2027-01-12T08:00:00Z') / 1000 };
  const at = Date.parse('2027-01-12T21:05:09Z') / 1000;

  test.each([
    ['{date_num}', '2027-01-12'],
    ['{date_slash}', '12/01/2027'],
    ['{date}', '12 January 2027'],
    ['{date_long}', 'Tuesday 12 January 2027'],
    ['{date_short}', '12 Jan 2027'],
    ['{date_short_pretty} at {time}', 'today at 21:05'],
    ['{time_secs}', '21:05:09'],
    ['{ago}', 'in 13 hours'],
    ['{no_such_token}', '{no_such_token}'],
  ])('%s', (template, said) => {
    expect(dateText(at, template, london).replace('Tuesday, ', 'Tuesday ')).toBe(said);
  });

  test('in the reader’s own zone, on their own clock', () => {
    expect(dateText(at, '{date_pretty} {time}', { ...london, timeZone: 'Asia/Tokyo' })).toBe('tomorrow 06:05');
    expect(dateText(at, '{time}', { ...london, timeZone: 'America/New_York', locale: 'en-US' }).replace(/\s/, ' ')).toBe('4:05 PM');
    expect(dateText(at - 86_400, '{date_long_pretty}', london)).toBe('yesterday');
    expect(dateText(at - 5 * 86_400, '{ago}', london)).toBe('4 days ago');
    expect(dateText(at, '{date}', { timeZone: 'Nowhere/Atall' })).toBe('12 January 2027');
  });

  test('a picked time is on the person’s own clock, also when clocks change', () => {
    const there = (local: string, zone: string) => new Date((atWallClock(local, zone) ?? Number.NaN) * 1000).toISOString().slice(0, 16);
    expect(there('2027-01-12T09:30', 'America/New_York')).toBe('2027-01-12T14:30');
    expect(there('2027-07-12T09:30', 'Europe/London')).toBe('2027-07-12T08:30');
    expect(there('2027-10-31T01:30', 'Europe/London')).toBe('2027-10-31T00:30');
    expect(there('2027-03-28T01:30', 'Europe/London')).toBe('2027-03-28T01:30');
    expect(wallClock(at, 'Asia/Kolkata')).toBe('2027-01-13T02:35:09');
    expect(atWallClock('not yet', 'Europe/London')).toBeUndefined();
  });
});
