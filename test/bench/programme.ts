// A programme as a team gets one: founded in a channel, its roster imported, a round proposed and approved, all of it typed and pressed in the
// small Slack by one organiser.
import { readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { type Cast, rosterCast } from '../../src/sandbox/demo-cast.ts';
import { inventedPeople } from '../../src/sandbox/roster.ts';
import { topModal } from '../../src/sandbox/views.ts';
import { lettersIn } from './bot.ts';
import { tell, until } from './progress.ts';
import type { OpenSlack } from './slack-on-a-port.ts';

/** The people of a roster file, or so many invented ones, and somebody who organises them. */
export function castOf(roster: string | undefined, people: number): Cast {
  if (roster !== undefined) return rosterCast(readFileSync(roster, 'utf8'));
  const rows = inventedPeople(people).map(({ name, title = '', timeZone }, at) => ({
    email: `leader${at + 1}@example.org`,
    name,
    function: title.replace(/ Director$/, ''),
    level: 'Director',
    manager_email: '',
    time_zone: timeZone,
  }));
  return rosterCast(stringify(rows, { header: true }));
}

/** Slack ids of everyone on the cast's roster. */
export function leadersOf({ slack }: OpenSlack, cast: Cast): string[] {
  return [...slack.world.people.values()].filter(({ kind, name }) => kind === 'member' && name !== cast.organiser).map(({ id }) => id);
}

/** The organiser founds a programme in the cast's channel. */
export async function found(open: OpenSlack, cast: Cast): Promise<void> {
  const organiser = open.as(cast.organiser);
  await organiser.types('/coachingpairs found', cast.channel);
  await until('the form to found', () => organiser.sees() !== undefined);
  await organiser.fillsIn({ name: 'Leadership coaching' });
  accepted(await organiser.submits());
  await until('the programme is founded', () => topModal(open.slack, organiser.id)?.view.submit === undefined);
  while (organiser.sees() !== undefined) await organiser.closes();
}

/** Founds the programme and enrols the whole roster. Returns how many seconds it took from the import until the organiser read that it was done. */
export async function enrol(open: OpenSlack, cast: Cast): Promise<number> {
  const organiser = open.as(cast.organiser);
  const sees = (start: string) => until(`${start}…`, () => (organiser.sees() ?? '').startsWith(start), { withinSeconds: 600 });
  await found(open, cast);
  await organiser.types('/coachingpairs roster', cast.channel);
  await sees('Roster');
  await organiser.presses('Import a list');
  await until('the form to import', () => topModal(open.slack, organiser.id)?.view.callback_id === 'joining.import');
  await organiser.fillsIn({ file: { name: 'roster.csv', text: cast.roster }, wish: 'enrol' });
  const began = performance.now();
  const read = organiser.reads().length;
  accepted(await organiser.submits());
  await until('the organiser reads that it is done', () => organiser.reads().length > read, { withinSeconds: 1200 });
  const seconds = (performance.now() - began) / 1000;
  tell(`imported in ${seconds.toFixed(1)} s: ${organiser.readsLast().replaceAll('\n', ' ')}`);
  while (organiser.sees() !== undefined) await organiser.closes();
  return seconds;
}

function accepted(errors: Record<string, string>): void {
  if (Object.keys(errors).length > 0) throw new Error(`The form was not accepted: ${JSON.stringify(errors)}`);
}

/** Waits until every letter is sent, refused or waits for a person; `each` is called about every half second. */
export async function quiet(folder: string, each: () => Promise<void> | void = () => {}): Promise<void> {
  let told = performance.now();
  for (;;) {
    const { count } = lettersIn(folder);
    const open = count('pending', 'sending', 'unclear');
    if (open === 0) return;
    if (performance.now() - told > 20_000) {
      told = performance.now();
      tell(`${count('sent')} messages sent, ${open} to go (${count('unclear')} of them unclear)`);
    }
    await each();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Types `/rotate`; returns how many seconds it took until the form said it was working, and until the preview stood in it. */
export async function propose(open: OpenSlack, cast: Cast): Promise<{ formSeconds: number; previewSeconds: number }> {
  const organiser = open.as(cast.organiser);
  const shows = (callback: string) => topModal(open.slack, organiser.id)?.view.callback_id === callback;
  const began = performance.now();
  let formSeconds = Number.NaN;
  const watch = () => {
    if (Number.isNaN(formSeconds) && topModal(open.slack, organiser.id)) formSeconds = (performance.now() - began) / 1000;
  };
  open.slack.watchers.add(watch);
  const typed = organiser.types('/rotate', cast.channel);
  await until('the preview', () => shows('pairing.preview'), { everyMs: 1 });
  const previewSeconds = (performance.now() - began) / 1000;
  await typed;
  open.slack.watchers.delete(watch);
  return { formSeconds, previewSeconds };
}

/** Approves the round that stands in the modal, and has everyone told at once. Returns how many seconds the organiser waited. */
export async function approve(open: OpenSlack, cast: Cast): Promise<number> {
  const organiser = open.as(cast.organiser);
  const shows = (callback: string) => topModal(open.slack, organiser.id)?.view.callback_id === callback;
  await organiser.submits();
  await until('the form to approve', () => shows('pairing.approve-form'));
  await organiser.fillsIn({ telling: 'announce-now' });
  const began = performance.now();
  accepted(await organiser.submits());
  await until('the round has begun', () => shows('pairing.told'));
  return (performance.now() - began) / 1000;
}
