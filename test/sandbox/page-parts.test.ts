// The page's pure parts: addresses, what may be written next, days in the reader's zone, names. No browser is needed for them.
import { describe, expect, test } from '@jest/globals';
import { readAddress, writeAddress } from '../../src/sandbox/page/client/address.ts';
import type { Scene, SceneConversation, ScenePerson } from '../../src/sandbox/page/client/scene.ts';
import { aboutPerson, countOf, labelOf } from '../../src/sandbox/page/client/workspace/labels.ts';
import { offersFor, withOffer } from '../../src/sandbox/page/client/workspace/offers.ts';
import { sizeOf } from '../../src/sandbox/page/client/workspace/sizes.ts';
import { stepFor } from '../../src/sandbox/page/client/workspace/step.ts';
import { asTyped } from '../../src/sandbox/page/client/workspace/typed-text.ts';
import { cityOf, dayOf, inWords } from '../../src/sandbox/page/client/workspace/when.ts';

const person = (id: string, name: string, more: Partial<ScenePerson> = {}): ScenePerson => ({
  ...{ id, name, handle: name.toLowerCase().replaceAll(' ', ''), title: '', timeZone: 'Europe/London' },
  ...{ kind: 'member', admin: false, details: [] },
  ...more,
});

const conversation = (id: string, more: Partial<SceneConversation>): SceneConversation => ({
  ...{ id, kind: 'channel', name: '', members: [], archived: false, topic: '', bookmarks: [] },
  ...{ withBot: true, count: 0, unread: 0, readTo: '' },
  ...more,
});

const scene: Scene = {
  ...{ now: '2027-01-12T09:00:00Z', team: 'Sandbox', bot: { id: 'UBOT', name: 'Coaching Pairs' }, me: 'UA' },
  lines: [
    { line: '/coachingpairs', help: 'See what you can do.' },
    { line: '/coachingpairs pause', args: '[until]', help: 'Sit out.' },
    { line: '/coachingpairs help-me', help: 'Ask for help.' },
    { line: '/coachingpairs help', help: 'See this list.' },
    { line: '/rotate', help: 'See the next round.', organisers: true },
    { line: '/rotate undo', help: 'Take it back.', organisers: true },
  ],
  people: [
    person('UA', 'Amina Adeyemi', { title: 'Finance Director', admin: true }),
    person('UB', 'Bo Lindqvist', { details: ['Operations'] }),
    person('UC', 'Chidi Okafor', { kind: 'deactivated' }),
  ],
  conversations: [
    conversation('C1', { name: 'leaders', members: ['UA', 'UB', 'UBOT'] }),
    conversation('G1', { kind: 'group', name: 'mpdm-a--b--c-1', members: ['UA', 'UB', 'UBOT'] }),
    conversation('D1', { kind: 'dm', members: ['UA', 'UBOT'] }),
  ],
  ...{ said: { messages: [], earlier: false }, modals: [], faults: {}, clock: true },
};

const offered = (text: string) => offersFor(text, text.length, scene)?.items.map(({ text: put }) => put) ?? [];

describe('addresses', () => {
  test('who acts, where, which thread and which panel can be read again', () => {
    const address = { me: 'U1', place: 'C1', thread: '1700000000.000100', panel: 'timeline' } as const;
    expect(writeAddress(address)).toBe('#/U1/C1/1700000000.000100?show=timeline');
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  test('what is no address is left out', () => {
    expect(readAddress('')).toEqual({});
    expect(readAddress('#main')).toEqual({ me: 'main' });
    expect(readAddress('#/%E0%A4%A/home?show=everything')).toEqual({ place: 'home' });
  });
});

describe('what may be written next', () => {
  test('lines that begin so, the whole one first', () => {
    expect(offered('/coachingpairs pa')).toEqual(['/coachingpairs pause']);
    expect(offered('/coachingpairs help')).toEqual(['/coachingpairs help', '/coachingpairs help-me']);
    expect(offered('/rotate')).toEqual(['/rotate', '/rotate undo']);
    expect(offered('/pau')).toEqual(['/coachingpairs pause']);
  });

  test('nothing behind a line that is there as a whole, and nothing in plain words', () => {
    expect([offered('/coachingpairs pause '), offered('/coachingpairs pause 3 weeks'), offered('Hello'), offered('a/b')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('people by first or last name, in a line too; nobody who is gone', () => {
    expect(offered('Hello @')).toEqual(['@Amina Adeyemi', '@Bo Lindqvist']);
    expect(offered('/coachingpairs organisers add @lind')).toEqual(['@Bo Lindqvist']);
    expect(offered('@amina ad')).toEqual(['@Amina Adeyemi']);
    expect([offered('@chidi'), offered('mail@bo')]).toEqual([[], []]);
  });

  test('channels, and an offer is put in where the cursor is', () => {
    expect(offered('See #le')).toEqual(['#leaders']);
    const offers = offersFor('See #le today', 7, scene);
    const [offer] = offers?.items ?? [];
    expect(offer && withOffer('See #le today', 7, offers?.from ?? 0, offer)).toEqual({ text: 'See #leaders today', cursor: 13 });
  });
});

describe('days, names and sizes', () => {
  test('the same instant is another day elsewhere', () => {
    const late = Date.parse('2027-01-11T23:30:00Z');
    const now = Date.parse('2027-01-12T09:00:00Z');
    expect([dayOf(late, now, 'Europe/London'), dayOf(late, now, 'Asia/Kolkata')]).toEqual(['Yesterday', 'Today']);
    expect([inWords('time', late, 'Asia/Kolkata'), inWords('time', late, 'No/Where')]).toEqual(['05:00', '23:30']);
    expect([cityOf('America/Sao_Paulo'), cityOf('UTC')]).toEqual(['Sao Paulo', 'UTC']);
  });

  test('a group is called by the others in it, the conversation with the bot by the bot', () => {
    expect(scene.conversations.map((one) => labelOf(one, scene))).toEqual(['leaders', 'Bo Lindqvist', 'Coaching Pairs']);
    expect(scene.conversations.map((one) => countOf(one, scene))).toEqual(['2 people', '2 people', '1 person']);
    expect(scene.people.map(aboutPerson)).toEqual(['Finance Director · admin', 'Operations', 'deactivated']);
  });

  test('what was typed comes back as it was typed', () => {
    const names = { person: () => 'Bo Lindqvist', channel: () => 'leaders' };
    expect(asTyped('R&amp;D with <@UB> in <#C1>, &lt;b&gt;, <https://example.org|here>', names)).toBe(
      'R&D with @Bo Lindqvist in #leaders, <b>, https://example.org',
    );
  });

  test('sizes are said shortly, and keys lead nowhere beyond the ends of a list', () => {
    expect([820, 12_400, 999_600, 1_400_000].map(sizeOf)).toEqual(['820 bytes', '12 kB', '1.0 MB', '1.4 MB']);
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map((key) => stepFor(key, 2, 3))).toEqual([2, 1, 0, 2, undefined]);
    expect([stepFor('ArrowUp', -1, 3), stepFor('ArrowDown', 0, 0)]).toEqual([2, undefined]);
  });
});
