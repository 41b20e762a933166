// Eight weeks with a team of one's own: leaders who are offered it take it up or not and ask those of their line; who is asked joins or not; pairs look at
// their agreement and the half hour; everyone taps; the leader says how it goes on.
import { Temporal } from 'temporal-polyfill';
import { fillIn } from '../../act/fill.ts';
import { submit } from '../../act/modal.ts';
import { statefulElements } from '../../describe/view.ts';
import { topModal } from '../../views.ts';
import { plan } from '../company.ts';
import type { Received } from '../transcript.ts';
import { workingMinutesAfter } from '../working-time.ts';
import { blocksOf, closeAll, labelsIn, pressOn, pressWithin, type Spot } from './at-hand.ts';
import { drawn, likes, someOf, tapped } from './chance.ts';
import type { Groups } from './groups.ts';
import { teamOf } from './own-team.ts';

/** Buttons by which somebody goes on with a form that shows how it works. */
const ONWARDS = ['Start with my team'];
/** In working minutes. */
const A_WHILE = 240;
const FEWEST = 4;
const MOST_ASKED = 8;
const JOINS = 0.8;
const TAPS = 3;
const MOST_FORMS = 3;

/** Once their check-in is answered, the offer may stand at its end: a few days later somebody takes it up, or declines. */
export function considerOffer(groups: Groups, { line, channel, ts }: Received): void {
  const { company, dice } = groups;
  const character = company.characters.get(line.to);
  if (!character) return;
  const told = { user: line.to, at: { channel, ts } };
  const act = async () => {
    const { temperament } = character;
    if (!labelsIn(blocksOf(company.house, line.to, told.at)).includes('See how it works') || !likes(temperament, 0.85, dice)) return 0;
    return dice() < groups.takesUpTeam ? start(groups, told) : pressed(groups, told, 'Not now');
  };
  const since = Temporal.Instant.from(line.at).epochMilliseconds;
  plan(company, { at: workingMinutesAfter(since, character.delay[1] + A_WHILE, line.timeZone), user: line.to, act });
}

/** What somebody does about word of a team: after a while, in their working time, or never. */
export function answerTeam(groups: Groups, { line, channel, ts, blocks }: Received): void {
  const { company, dice } = groups;
  const character = company.characters.get(line.to);
  const act = character && actOn(groups, labelsIn(blocks), { user: line.to, at: { channel, ts } });
  if (!character || !act || !likes(character.temperament, 0.85, dice)) return;
  const [least, most] = character.delay;
  const since = Temporal.Instant.from(line.at).epochMilliseconds;
  plan(company, { at: workingMinutesAfter(since, least + dice() * (most - least), line.timeZone), user: line.to, act });
}

interface Told {
  user: string;
  at: Spot;
}

function actOn(groups: Groups, labels: readonly string[], told: Told): (() => Promise<number>) | undefined {
  const { dice } = groups;
  if (labels.includes('Join')) return () => pressed(groups, told, dice() < JOINS ? 'Join' : 'Not now');
  if (labels.includes('Our agreement')) return () => agree(groups, told);
  if (labels.includes('Carry on')) return () => pressed(groups, told, drawn({ 'Stop here': 4, 'Carry on': 3, 'Change pairs': 2 }, dice));
  if (labels.some((label) => tapped([label], dice) !== undefined)) return () => tapAll(groups, told);
  return undefined;
}

async function pressed({ company: { house } }: Groups, { user, at }: Told, label: string): Promise<number> {
  const done = await pressOn(house, user, at, label);
  await closeAll(house, user);
  return done ? 1 : 0;
}

/** Reads how it works, and asks those of their own line. */
async function start(groups: Groups, { user, at }: Told): Promise<number> {
  const { house } = groups.company;
  const team = await teamOf(groups, user);
  if (team.length < FEWEST || !(await pressOn(house, user, at, 'See how it works'))) return 0;
  let done = 1;
  for (let form = 0; form < MOST_FORMS && topModal(house.slack, user); form += 1) {
    const asked = await askTeam(groups, user, someOf(team, MOST_ASKED, groups.dice));
    if (asked || !(await pressWithin(house, user, ...ONWARDS))) break;
    done += 1;
  }
  await closeAll(house, user);
  return done + 1;
}

/** Sends the form in which people are chosen, where it is before them. */
async function askTeam({ company: { house } }: Groups, user: string, team: readonly string[]): Promise<boolean> {
  const view = topModal(house.slack, user);
  const field = view && statefulElements(view.view.blocks).find(({ element }) => element.type === 'multi_users_select');
  if (!view || !field) return false;
  await fillIn(house.slack, user, { [field.block]: [...team] });
  const errors = await submit(house.slack, user);
  await house.answered();
  return Object.keys(errors).length === 0;
}

async function agree({ company: { house }, dice }: Groups, { user, at }: Told): Promise<number> {
  if (!(await pressOn(house, user, at, 'Our agreement'))) return 0;
  const agreed = await pressWithin(house, user, 'We agree to this');
  await closeAll(house, user);
  const planned = dice() < 0.3 && (await pressOn(house, user, at, 'Plan the half hour'));
  await closeAll(house, user);
  return 1 + Number(agreed) + Number(planned);
}

/** The same message is drawn anew after each tap: what stands first is answered next. */
async function tapAll({ company: { house }, dice }: Groups, { user, at }: Told): Promise<number> {
  let done = 0;
  for (let tap = 0; tap < TAPS; tap += 1) {
    const first = blocksOf(house, user, at).find((block) => labelsIn([block]).length > 0);
    const label = first && tapped(labelsIn([first]), dice);
    if (label === undefined || !(await pressOn(house, user, at, label))) break;
    done += 1;
  }
  await closeAll(house, user);
  return done;
}
