import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import { atHome } from '../../../src/features/home/listeners.ts';
import { homeOf } from '../../../src/features/home/redraw.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import * as leaders from '../../../src/features/joining/leaders.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { at, type Ground, openGround, rest } from '../coaching/ground.ts';

const WORDS = new Set(['join', 'profile', 'partner', 'status', 'pause', 'resume', 'leave', 'privacy', 'rotate', 'roster', 'settings']);

let ground: Ground;
let programme: Programme;
let amina: Leader;
let bo: Leader;

beforeEach(async () => {
  ground = await openGround('2027-01-20T10:00:00Z');
  programme = await ground.programme();
  amina = await ground.leader('Amina', programme);
  bo = await ground.leader('Bo', programme, { function: 'Operations' });
});

afterEach(() => ground.close());

interface Drawn {
  type: string;
  text?: { text: string };
  elements?: { text: { text: string } | string; value?: string; action_id?: string }[];
}

/** The tab as lines of text, buttons in square brackets. */
async function homeOfPerson(user: string): Promise<string> {
  const { blocks } = (await homeOf(ground.tools, user, WORDS)).view;
  return (blocks as Drawn[]).flatMap(lines).join('\n');
}

function lines(block: Drawn): string[] {
  if (block.type === 'actions') return [(block.elements ?? []).map(({ text }) => `[${(text as { text: string }).text}]`).join(' ')];
  return [...(block.text ? [block.text.text] : []), ...(block.elements ?? []).map(({ text }) => String(text))];
}

const order = (home: string, ...parts: string[]) => parts.map((part) => home.indexOf(part));
const rising = (places: number[]) => places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? 0)));

describe('the Home tab', () => {
  test('Edo, who is not in, reads what it is and may join', async () => {
    const home = await homeOfPerson('U0EDO');
    expect(rising(order(home, 'Two leaders from different functions', '[Join]', 'Starter kit', 'Who sees what'))).toBe(true);
    expect(home).not.toContain('Pause or leave');
  });

  test('Hana, who waits for the first round, reads when it begins', async () => {
    const other = await ground.programme({ channel: 'C0OTHER', anchorOn: Temporal.PlainDate.from('2027-03-01') });
    const hana = await ground.leader('Hana', other);
    expect(await homeOfPerson(hana.user)).toContain('The next round begins on Monday 1 March 2027');
  });

  test('Amina, in a pair, sees her fortnight with all three questions, her partner, and everything in its order', async () => {
    await ground.round(programme, [[amina, bo]]);
    const home = await homeOfPerson(amina.user);
    const parts = [
      'This fortnight',
      '*Trusting each other: Agree how you will work*',
      '[Write a note] [My notes]',
      '*Bo*, from Operations',
    ];
    expect(rising(order(home, ...parts, 'Tuesday 2 February 2027: a new question', 'Starter kit', 'Who sees what', 'Pause or leave'))).toBe(
      true,
    );
    expect(home.match(/^• /gm)).toHaveLength(3);
    expect(home).toContain('Fortnight 1 of 13, until Sunday 31 January 2027.');
    expect(home).toContain("For this fortnight: Agreeing how you'll work.");
    expect(home).not.toContain('For organisers');
  });

  test('between match and first question it says when that comes; in a trio it names both partners', async () => {
    const chidi = await ground.leader('Chidi', programme, { function: 'Technology' });
    await ground.round(programme, [[amina, bo, chidi]], '2027-01-25');
    const home = await homeOfPerson(amina.user);
    expect(home).toContain('Your first question comes in the week of Monday 25 January 2027.');
    expect(home).toContain('You are one of three, with *Bo* from Operations and *Chidi* from Technology.');
  });

  test('Bo, who is paused, reads until when, and may come back', async () => {
    await ground.round(programme, [[amina, bo]]);
    const until = Temporal.PlainDate.from('2027-02-03');
    await transact(ground.tools.db, (tx) =>
      leaders.change(tx, { ...bo, pausedAt: stamp(ground.clock.now), pausedUntil: until }, ground.clock.now),
    );
    const home = await homeOfPerson(bo.user);
    expect(home).toContain('You are paused until Wednesday 3 February 2027.');
    expect(home).toContain('[Come back]');
    expect(home).toMatch(/Coming up:\nWednesday 3 February 2027: you are back\n[^\n]+ February 2027: a new question/);
    expect(await homeOfPerson(amina.user)).not.toContain('paused');
  });

  test('after thirteen fortnights, pause weeks counted, it says when the next round begins', async () => {
    await ground.round(programme, [[amina, bo]]);
    await rest(ground.tools, programme, '2027-02-01', '2027-02-07');
    ground.clock.now = at('2027-07-20T10:00:00Z');
    expect(await homeOfPerson(amina.user)).toContain('Closing: Look back and hand on');
    ground.clock.now = at('2027-07-26T10:00:00Z');
    expect(await homeOfPerson(amina.user)).toContain('The thirteen fortnights are over.');
  });

  test('Amina, in two programmes, sees both, each under its name', async () => {
    const other = await ground.programme({ channel: 'C0OTHER', name: 'Deputies' });
    const there = await ground.leader('Amina', other);
    const chidi = await ground.leader('Chidi', other);
    await ground.round(programme, [[amina, bo]]);
    await ground.round(other, [[there, chidi]]);
    const home = await homeOfPerson(amina.user);
    expect(rising(order(home, 'Next meeting', '*Leaders*', '*Deputies*', 'This fortnight', '*Bo*', '*Chidi*', 'My commitments'))).toBe(
      true,
    );
  });

  test('an organiser gets a second part with numbers, and no names', async () => {
    await ground.tools.db
      .insertInto('organiser')
      .values({
        id: 'o1',
        workspace: 'T1',
        programme: programme.id,
        slack_user: 'U0GORAN',
        appointed_by: 'U0GORAN',
        appointed_at: stamp(ground.clock.now),
        removed_at: null,
      })
      .execute();
    const home = await homeOfPerson('U0GORAN');
    expect(home).toContain('In: 2. Paused: 0. Invited and not in yet: 0.');
    expect(home).toContain('[Preview the next round] [Roster] [Settings]');
    expect(home).not.toContain('Amina');
  });
});

describe('the menu and help', () => {
  const said: string[] = [];
  const line = (word: string, whom: 'everyone' | 'organiser' = 'everyone') => ({
    ...{ word, for: whom, help: 'home.help.menu' },
    run: async (_: unknown, spoken: { channel: string }) => {
      said.push(`${word} in ${spoken.channel}`);
      return { text: `heard ${word}` };
    },
  });
  const home = atHome(() => ({
    '/coachingpairs': [line('join'), line('note'), line('pause'), line('resume'), line('settings', 'organiser')],
    '/rotate': [line('', 'organiser')],
  }));
  const typed = (user: string) => ({ user, channel: 'C0LEADERS', rest: '', triggerId: 't' });
  const press = (value: string) =>
    home.ears.presses?.['home.word']?.(ground.tools, { user: amina.user, action: 'home.word', value, values: [value], triggerId: 't' });

  test('the menu offers what the person can do, and only what there is', async () => {
    const forEdo = JSON.stringify(await home.onMenu(ground.tools, typed('U0EDO')));
    expect(forEdo).toContain('"Join"');
    const forAmina = JSON.stringify(await home.onMenu(ground.tools, typed(amina.user)));
    expect(forAmina).toContain('"Write a note"');
    expect(forAmina).toContain('"Pause"');
    expect(forAmina).not.toContain('"Join"');
    expect(forAmina).not.toContain('"Come back"');
    expect(forAmina).not.toContain('"My partner"');
  });

  test('help lists every word, in two parts', async () => {
    const help = (await home.onHelp(ground.tools, typed('U0EDO')))?.text ?? '';
    expect(rising(order(help, 'For everyone', '`/coachingpairs note`', 'For organisers', '`/coachingpairs settings`', '`/rotate`'))).toBe(
      true,
    );
  });

  test('pressing a word is typing it in its programme’s channel', async () => {
    expect((await press(`note ${programme.id}`))?.text).toBe('heard note');
    await press('rotate');
    expect(said).toEqual(['note in C0LEADERS', ' in ']);
    expect((await press('constructor'))?.text).toContain('no longer in use');
    expect((await press('note nowhere'))?.text).toBe('heard note');
  });

  test('opening Home publishes it; a card opens in a modal', async () => {
    const opened = { workspace: 'T1', kind: 'home_opened' as const, fields: { user: amina.user } };
    await home.ears.events?.home_opened?.(ground.tools, opened);
    expect(ground.calls.at(-1)).toMatchObject({ method: 'publishHome', given: [amina.user, { type: 'home' }] });
    await home.ears.presses?.['home.card']?.(ground.tools, {
      user: amina.user,
      action: 'home.card',
      value: 'sk.2',
      values: [],
      triggerId: 't',
    });
    expect(JSON.stringify(ground.calls.at(-1))).toContain('Listening so someone can think.');
  });
});
