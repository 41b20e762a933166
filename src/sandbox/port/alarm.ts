// Lets the small Slack live by the real clock: what is on its agenda runs when its time has come.
import { nextDue, runDue } from '../agenda.ts';
import { drain } from '../deliver.ts';
import type { SmallSlack } from '../small-slack.ts';

/** Sets an alarm for whatever is due next, and again after every change; returns how to stop. */
export function keepTime(slack: SmallSlack): () => void {
  let timer: NodeJS.Timeout | undefined;
  const ring = async () => {
    await runDue(slack.agenda, slack.now());
    await drain(slack);
    set();
  };
  const set = () => {
    clearTimeout(timer);
    const due = nextDue(slack.agenda);
    if (due !== undefined) timer = setTimeout(() => void ring(), Math.max(0, due - slack.now())).unref();
  };
  slack.agenda.onChange = set;
  set();
  return () => {
    clearTimeout(timer);
    delete slack.agenda.onChange;
  };
}
