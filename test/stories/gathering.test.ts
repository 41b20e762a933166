// A round that ends together: pairs agree on what they are content to share, or do not; the organiser plans 45 minutes and gets slides for them; and on
// those slides stands what everyone in a pair has agreed to, with names only where everyone wanted them, and nothing else.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ears } from '../../src/features/gathering/together/listeners.ts';
import { approveForGathering } from '../../src/features/pairing/approve-for-gathering.ts';
import { propose } from '../../src/features/pairing/propose.ts';
import type { StoredFile } from '../../src/sandbox/world.ts';
import { cast, type Name, names } from '../cast.ts';
import { type Ending, ending } from './round-ending.ts';

let on: Ending;

beforeEach(async () => {
  on = await ending();
});

const files = () => [...on.house.slack.world.files.values()];
const textOf = (file: StoredFile | undefined) => new TextDecoder().decode(file?.bytes);
const packText = () => textOf(files().findLast(({ name }) => name.endsWith('.md')));
const slidesOf = (all: readonly StoredFile[]) => all.filter(({ name }) => name.endsWith('.png'));
const words = () => slidesOf(files()).map(({ altText }) => altText);

async function suggests(name: Name, text: string, how = 'Share, no names') {
  const person = on.house.as(name);
  await person.opensHome();
  await person.presses('Add an insight');
  await person.fillsIn({ 'One insight': text, 'How to share it': how });
  expect(await person.submits()).toEqual({});
  await person.closes();
}

/** The organiser opens the gathering and has its slides made; what she is told then. */
async function makesSlides(name: Name = 'hana'): Promise<string> {
  await on.house.as(name).closes();
  await on.house.as(name).types('/coachingpairs gathering', '#leaders');
  await on.house.as(name).presses('Make the slides');
  return on.house.as(name).sees() ?? '';
}

async function forges(name: Name, action: string, value: string): Promise<string> {
  const pressed = { user: cast[name].id, action, value, values: [], triggerId: 'T-forged' };
  return (await ears.presses?.[action]?.(on.house.tools, pressed))?.text ?? '';
}

describe('the slides', () => {
  test('show what everyone in a pair has agreed to, with names where everyone wanted them, and nothing that was refused or taken back', async () => {
    await suggests('amina', 'Ask what the other one is afraid of.', 'Share with our names');
    await on.house.as('bo').presses('Share with our names');
    await suggests('freya', 'Say less, and later.', 'Share with our names');
    await on.house.as('goran').presses('Share, no names');
    await suggests('chidi', 'Canary: two of three.');
    await on.house.forward({ days: 2 });
    await on.house.as('dolores').presses('Share, no names');
    await on.plans('hana');
    expect(await makesSlides()).toMatch(/The text and 9 slides are in your messages with the bot\. Insights in them: 2\./);
    const text = packText();
    expect(text).toContain('Ask what the other one is afraid of.');
    expect(text).toContain('— Amina Adeyemi and Bo Lindqvist');
    expect(text).toContain('Say less, and later.');
    expect(text).not.toMatch(/Canary|Freya|Goran|Chidi|Dolores|Edo/);
    const insights = words().filter((each) => each.startsWith('The insights'));
    expect(insights).toHaveLength(1);
    expect(insights[0]).toContain('Ask what the other one is afraid of. Amina Adeyemi and Bo Lindqvist.');
    expect(insights[0]).toContain('Say less, and later.');
    expect(words().join(' ')).not.toMatch(/Canary|Freya|Goran|Chidi|Dolores|Edo/);
    // Taken back by one of the two, it is in no pack that is made from then on.
    const before = files().length;
    await on.house.as('bo').opensHome();
    await on.house.as('bo').presses('Our insight');
    await on.house.as('bo').presses('Do not share');
    expect(await makesSlides()).toContain('Insights in them: 1.');
    expect(
      files()
        .slice(before)
        .map((file) => `${textOf(file)}${file.altText}`)
        .join(' '),
    ).not.toContain('afraid of');
  });

  test('come to the organiser alone, in one message, each a page of 1920 by 1080 with its words beside it', async () => {
    await suggests('amina', 'Ask first.');
    await on.house.as('bo').presses('Share, no names');
    await on.plans('hana');
    await makesSlides();
    const dm = [...on.house.slack.world.conversations.values()].find(
      ({ kind, members }) => kind === 'dm' && members.includes(cast.hana.id),
    );
    const messages = dm?.messages.filter((message) => (message.files?.length ?? 0) > 0) ?? [];
    expect(messages.map((message) => message.files?.length)).toEqual([10]);
    expect(messages[0]?.text).toContain(
      'For the gathering of Leaders on Thursday 15 July 2027: a text with everything in it, and 9 slides',
    );
    const slides = slidesOf(files());
    expect(slides.map(({ name }) => name)).toEqual([
      '01-welcome.png',
      '02-times.png',
      '03-read.png',
      '04-insights.png',
      '05-talk.png',
      '06-join.png',
      '07-bridge-map.png',
      '08-close.png',
      '09-pairs.png',
    ]);
    for (const { bytes, altText, sharedIn } of slides) {
      const size = Buffer.from(bytes);
      expect([size.readUInt32BE(16), size.readUInt32BE(20)]).toEqual([1920, 1080]);
      expect(altText.length).toBeGreaterThan(20);
      expect(sharedIn).toEqual([dm?.id]);
    }
    for (const name of names.filter((each) => each !== 'hana')) expect(on.house.as(name).reads().join('\n')).not.toContain('slides');
  });

  test('are nobody else’s: a leader who sends the button gets none, and neither does one who organised once', async () => {
    await on.plans('hana');
    const [{ id } = { id: '' }] = await on.planned();
    expect(await forges('amina', 'together.pack', id)).toContain('not there for you');
    await on.house.as('hana').types('/coachingpairs organisers add @freya', '#leaders');
    await on.house.as('hana').types('/coachingpairs organisers remove @freya', '#leaders');
    expect(await forges('freya', 'together.pack', id)).toContain('not there for you');
    expect(files()).toEqual([]);
  });

  test('have three questions where nobody shares anything, and say kindly that this is a choice too', async () => {
    await on.plans('hana');
    expect(await makesSlides()).toContain('Insights in them: 0.');
    expect(words()[0]).toContain('this time no pair has agreed to share an insight. That is a good choice too.');
    expect(words()[3]).toContain('What can you do now, or do more easily, than six months ago?');
    expect(packText()).toContain('nobody need explain it');
  });

  test('taken before anyone was asked what to share, say so to the organiser; afterwards no more', async () => {
    const early = 'Pairs are asked what they want to share in the two weeks from Monday 5 July 2027 on.';
    await on.plans('hana');
    await makesSlides();
    expect(on.house.as('hana').reads().join('\n')).not.toContain('Take it again');
    await on.house.close();
    on = await ending({}, '2027-03-02T11:00:00Z');
    await on.plans('hana', { Day: '2027-07-15' });
    await makesSlides();
    expect(on.house.as('hana').reads().join('\n')).toContain(early);
  });

  test('are told as a text where Slack takes no files', async () => {
    await on.plans('hana');
    on.house.slack.faults.calls.push({
      method: 'files.getUploadURLExternal',
      fault: { kind: 'error', code: 'missing_scope', posted: false },
      times: 10,
    });
    await makesSlides();
    expect(`${on.house.as('hana').sees()}${on.house.as('hana').reads().join('\n')}`).toContain('Slack did not take the files.');
    expect(`${on.house.as('hana').sees()}${on.house.as('hana').reads().join('\n')}`).toContain(
      '# The gathering at the end of round 1: Leaders',
    );
  });

  test('are on record as taken, and nothing that stands in them is', async () => {
    await suggests('amina', 'Canary insight.');
    await on.house.as('bo').presses('Share, no names');
    await on.plans('hana', { Where: 'Canary Wharf' });
    await makesSlides();
    const audit = await on.house.tools.db.selectFrom('audit').selectAll().execute();
    expect(audit.map(({ action }) => action)).toContain('gathering-pack-taken');
    expect(JSON.stringify([audit, on.house.log])).not.toContain('Canary');
  });
});

describe('the next pairs', () => {
  test('stand on the last slides where the round would go out by itself, and nowhere else before the gathering is over', async () => {
    on = await ending({ rotating: 'automatic' });
    await on.plans('hana');
    await makesSlides();
    const pairs = words().filter((each) => each.startsWith('The new pairs'));
    expect(pairs).toHaveLength(1);
    for (const name of ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya', 'goran'] as const) expect(pairs[0]).toContain(cast[name].name);
    expect(on.inChannel().join('\n')).not.toContain('Round 2');
    expect(await on.house.tools.db.selectFrom('round').select('number').execute()).toEqual([{ number: 1 }]);
  });

  test('are those that an organiser approved for that moment, without anyone who has left since', async () => {
    await on.plans('hana');
    const proposed = await propose(on.house.tools, on.programme, cast.hana.id);
    if (!proposed.ok) throw new Error(proposed.because);
    const { id, revision } = proposed.preview.proposal;
    expect(await approveForGathering(on.house.tools, { proposal: id, revision, by: cast.hana.id })).toMatchObject({ ok: true });
    await makesSlides();
    expect(words().at(-1)).toContain('Goran Petrović');
    await on.house.as('goran').types('/coachingpairs leave', '#leaders');
    await on.house.as('goran').presses('Leave');
    expect(await makesSlides()).toContain('The text and 9 slides');
    expect(words().at(-1)).not.toContain('Goran');
    expect(words().at(-1)).toContain('Freya Holm');
  });

  test('wait for their message where no organiser has approved them', async () => {
    await on.plans('hana');
    await makesSlides();
    expect(packText()).not.toContain('Then, the new pairs.');
    expect(words().at(-1)).toContain('Who your next partner is, you hear in a message of your own.');
  });

  test('stand on no slide where they are not named there', async () => {
    on = await ending({ rotating: 'automatic' });
    await on.plans('hana', { 'The next pairs': [] });
    await makesSlides();
    expect(words().join(' ')).not.toMatch(/the new pairs\.|Amina|Bo Lind/);
  });
});

describe('the guide to a first meeting', () => {
  test('is for organisers, to read and to take along', async () => {
    await on.house.as('hana').opensHome();
    await on.house.as('hana').presses('A good first meeting');
    expect(on.house.as('hana').sees()).toContain('Nobody is talked into it.');
    expect(on.house.as('hana').sees()).toContain('Make only the promises that you can keep.');
    await on.house.as('hana').presses('Get it as a file');
    expect(packText()).toMatch(/^# A good first meeting with the leadership team\n/);
    expect(packText()).toContain('**Do I have to?** No.');
    await on.house.as('hana').closes();
    await on.house.as('hana').types('/coachingpairs guide', '#leaders');
    await on.house.as('hana').presses('A good first meeting');
    expect(on.house.as('hana').sees()).toContain('Nobody is talked into it.');
    await on.house.as('amina').types('/coachingpairs guide', '#leaders');
    expect(on.house.as('amina').sees()).not.toContain('A good first meeting');
    expect(await forges('amina', 'together.guide', '')).toContain('organiser');
    expect(await on.house.as('amina').opensHome()).not.toContain('A good first meeting');
  });
});
