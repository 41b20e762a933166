// `npm run bench -- preview --people 1000`: an organiser looks at a round, tries changes and makes them, in the real app on a database in memory,
// with the thread beside it. Times until the form stands on the screen of the small Slack.
import { parseArgs } from 'node:util';
import { openThread } from '../../src/platform/thinking/thread.ts';
import { type House, openHouse } from '../../src/sandbox/house.ts';
import { settleIn } from '../../src/sandbox/settle-in.ts';
import { screenOf, topModal } from '../../src/sandbox/views.ts';
import { castOf } from './programme.ts';
import { type Figure, print, quantile, tell, until } from './progress.ts';

const options = {
  roster: { type: 'string' },
  people: { type: 'string', default: '1000' },
  swaps: { type: 'string', default: '12' },
} as const;
const GOAL = { previewMs: 3000, swapMs: 300 };

interface Took {
  ms: number;
  /** Of the whole process, its thread included. */
  cpuMs: number;
}

/** Runs it; true when every goal is met. */
export async function preview(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options });
  const cast = castOf(values.roster, Number(values.people));
  const thread = openThread({ entry: new URL('../../dist/thread.js', import.meta.url) });
  const house = await openHouse({ people: cast.people, channels: [{ name: cast.channel }], think: thread.think });
  try {
    await settleIn(house, cast);
    tell(`${cast.people.length - 1} leaders are enrolled`);
    const organiser = house.as(cast.organiser);
    const shows = (callback: string) => () => topModal(house.slack, organiser.id)?.view.callback_id === callback;
    const loading = stopwatch(house, shows('pairing.told'));
    const whole = stopwatch(house, shows('pairing.preview'));
    await organiser.types('/rotate', cast.channel);
    const [first, complete] = [loading.stop(), whole.stop()];
    const tried: Took[] = [];
    const swapped: Took[] = [];
    const offered: Took[] = [];
    for (let n = 0; n < Number(values.swaps); n += 1) {
      await organiser.presses('Change…');
      await organiser.fillsIn({ 'What to change': 'partner:0' });
      const offering = stopwatch(house, shows('pairing.partners'));
      await organiser.submits();
      await until('the cheapest partners', shows('pairing.partners'));
      offered.push(offering.stop());
      await organiser.presses('Other choices');
      await organiser.fillsIn({ 'What to change': 'swap:0', 'With whom': cast.people[60 + n * 7]?.name ?? '' });
      const trying = stopwatch(house, shows('pairing.cost-form'));
      await organiser.submits();
      await until('the cost of a swap', shows('pairing.cost-form'));
      tried.push(trying.stop());
      const doing = stopwatch(house, () => shownIn(house, organiser.id) > n);
      await organiser.submits();
      await until('the swap in the preview', () => shownIn(house, organiser.id) > n);
      swapped.push(doing.stop());
    }
    return print(`A preview of ${cast.people.length - 1} leaders (${values.roster ?? 'invented'}), ${new Date().toISOString()}`, [
      { name: '/rotate until a form stands', value: said([first]) },
      figure('/rotate until the preview stands', [complete], GOAL.previewMs),
      figure('"Do it" until the swap stands in the preview', swapped, GOAL.swapMs),
      figure('until the cost of a swap stands', tried, GOAL.swapMs),
      { name: 'until the cheapest partners stand', value: said(offered) },
    ]);
  } finally {
    await house.close();
    await thread.close();
  }
}

function figure(name: string, took: readonly Took[], goal: number): Figure {
  const median = quantile(
    took.map(({ ms }) => ms),
    0.5,
  );
  return { name, value: said(took), goal: `${goal} ms`, met: median <= goal };
}

function said(took: readonly Took[]): string {
  const at = (values: readonly number[], share: number) => Math.round(quantile(values, share));
  const [ms, cpu] = [took.map((each) => each.ms), took.map((each) => each.cpuMs)];
  return took.length === 1
    ? `${at(ms, 1)} ms (${at(cpu, 1)} ms of processor time)`
    : `median ${at(ms, 0.5)} ms, at most ${at(ms, 1)} ms (${at(cpu, 0.5)} and ${at(cpu, 1)} ms of processor time)`;
}

/** Which revision of the round stands on the screen, below a form or in front; the first is 0. */
function shownIn({ slack }: House, user: string): number {
  const root = slack.world.views.get(screenOf(slack, user).modals[0] ?? '');
  const about = /"revision":(\d+)/.exec(String(root?.view.private_metadata ?? ''));
  return Number(about?.[1] ?? 1) - 1;
}

/** Runs until `is` is first true of what stands on a screen. */
function stopwatch({ slack }: House, is: () => boolean): { stop: () => Took } {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let took: Took = { ms: Number.NaN, cpuMs: Number.NaN };
  const watch = () => {
    if (!Number.isNaN(took.ms) || !is()) return;
    const { user, system } = process.cpuUsage(cpu);
    took = { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
  };
  slack.watchers.add(watch);
  return {
    stop: () => {
      watch();
      slack.watchers.delete(watch);
      return took;
    },
  };
}
