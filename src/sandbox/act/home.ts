// A person opens the app's Home tab.
import { directWith } from '../conversations.ts';
import { describeView } from '../describe/view.ts';
import { emit } from '../events.ts';
import { nextTs } from '../ids.ts';
import type { SmallSlack } from '../small-slack.ts';
import { screenOf, showView } from '../views.ts';
import { actingPerson, beginAct } from './persons.ts';

/** Opens Home: the app hears of it, and may publish a fresh one. */
export function openHome(slack: SmallSlack, user: string): void {
  const person = actingPerson(slack, user);
  beginAct(slack, person.id);
  if (!slack.world.app.homeTab) throw new Error('This app has no Home tab.');
  screenOf(slack, person.id).tab = 'home';
  const view = slack.world.views.get(slack.world.homes.get(person.id) ?? '');
  if (view) showView(slack, view);
  emit(slack, 'app_home_opened', {
    type: 'app_home_opened',
    user: person.id,
    channel: directWith(slack.world, person.id, slack.now()).id,
    tab: 'home',
    ...(view ? { view: describeView(slack.world, view) } : {}),
    event_ts: nextTs(slack.world, slack.now()),
  });
}
