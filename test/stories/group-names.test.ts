// What people are called and what they write, wherever groups read it: text and nothing else, on a forum's lines, in a team's messages and files, in the
// invitation to a gathering and on its slides.
import { expect, test } from '@jest/globals';
import { cast, names } from '../cast.ts';
import type { House } from '../open-house.ts';
import { forumScene, minute } from './forum-scene.ts';
import { ending } from './round-ending.ts';
import { openTeam } from './team-ground.ts';

const EVIL = `<!channel> <@U000AMINA> <!date^0^{date}|x> <https://evil.example|x> *b* {name} "&' </text><script>`;
const CALLS = /<!(?!date\^\d{10}\^\{(?:date_long_pretty|time)\})|<@U000AMINA>|<[a-z]+:[^>]*evil/;

/** From now on everybody is called so, as long as names can be in Slack. */
async function rename(house: House): Promise<void> {
  for (const name of names) {
    const called = `${name} ${EVIL}${'<'.repeat(200)}`.slice(0, 200);
    for (const table of ['leader', 'person'] as const)
      await house.tools.db.updateTable(table).set({ name: called }).where('slack_user', '=', cast[name].id).execute();
    const person = house.slack.world.people.get(cast[name].id);
    if (person) person.name = called;
  }
}

/** What the bot has said in which somebody is called. Plain text calls nobody, nor does what stands beside blocks for those who do not see them. */
const calling = (house: House) =>
  house.slack.transcript
    .filter(({ by }) => by === house.tools.botUser)
    .map(({ text, blocks = [] }) =>
      JSON.stringify(blocks.length > 0 ? blocks : text, (_, value) => (value?.type === 'plain_text' ? '' : value)),
    )
    .filter((line) => CALLS.test(line));
const unsent = async (house: House) =>
  await house.tools.db.selectFrom('outbox').select(['kind', 'state']).where('state', 'not in', ['sent', 'skipped']).execute();

test('on the lines of a Forum with eight of them', async () => {
  const { house, sitting, until, presses, said } = await forumScene();
  await sitting(names);
  await rename(house);
  await until(minute(6.5));
  await presses('edo', 'I will read the words');
  await presses('bo', 'I will keep us asking');
  await presses('edo', 'My question');
  await until(minute(61));
  expect((await said()).some(({ text }) => text.includes('edo &lt;!channel&gt;'))).toBe(true);
  expect(calling(house)).toEqual([]);
  expect(house.log.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(await unsent(house)).toEqual([]);
});

test('in a team, from the invitation to the file for a calendar', async () => {
  const { house, begins } = await openTeam();
  await rename(house);
  await begins();
  await house.as('dolores').types('/coachingpairs team');
  await house.as('dolores').presses('Plan the half hour');
  await house.as('dolores').presses('Send me a file');
  const file = [...house.slack.world.files.values()].at(-1);
  expect(new TextDecoder().decode(file?.bytes)).toContain('BEGIN:VEVENT');
  await house.forward({ weeks: 7 });
  expect(calling(house)).toEqual([]);
  expect(house.log.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('at a gathering: where it is, and what stands on its slides', async () => {
  const { house, plans, inChannel } = await ending();
  await rename(house);
  const amina = house.as('amina');
  await amina.opensHome();
  await amina.presses('Add an insight');
  await amina.fillsIn({ 'One insight': `${EVIL} \u0007# no heading`, 'How to share it': 'Share with our names' });
  expect(await amina.submits()).toEqual({});
  await amina.closes();
  await house.as('bo').presses('Share with our names');
  await plans('hana', { Where: `Room 5 ${EVIL}` });
  expect(inChannel().join('\n')).toContain('Room 5');
  await house.as('hana').types('/coachingpairs gathering', '#leaders');
  await house.as('hana').presses('Make the slides');
  const files = [...house.slack.world.files.values()];
  expect(files.filter(({ name }) => name.endsWith('.png')).length).toBeGreaterThan(5);
  const text = new TextDecoder().decode(files.find(({ name }) => name.endsWith('.md'))?.bytes);
  expect(text).toContain('\\<!channel\\>');
  expect(text).not.toMatch(/(?<!\\)<(?:script|!channel|https)/);
  expect(calling(house)).toEqual([]);
  expect(house.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
