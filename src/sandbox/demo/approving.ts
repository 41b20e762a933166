// An organiser in the demo who is not acted as approves a round that waits for her, an hour after she has been reminded of it.
import { Temporal } from 'temporal-polyfill';
import { close, submit } from '../act/modal.ts';
import { pressLike } from '../act/press.ts';
import { type Company, plan } from '../colleagues/company.ts';
import type { Received } from '../colleagues/transcript.ts';
import { workingMinutesAfter } from '../colleagues/working-time.ts';
import { topModal } from '../views.ts';

const AFTER = 60;
/** The preview, and the question whether everyone is to be told. */
const FORMS = 2;

/** While she is acted as, the round waits, and the bot reminds her once a day. */
export function approveLater(company: Company, { line }: Received): void {
  if (line.kind !== 'rotation-waiting') return;
  const at = workingMinutesAfter(Temporal.Instant.from(line.at).epochMilliseconds, AFTER, line.timeZone);
  plan(company, { at, user: line.to, act: () => approve(company, line.to) });
}

async function approve({ house }: Company, user: string): Promise<number> {
  const { slack, answered } = house;
  await pressLike(slack, user, 'Preview the round');
  await answered();
  let done = 1;
  // A round that cannot be shows why, and has nothing to send.
  for (let form = 0; form < FORMS && topModal(slack, user)?.view.submit; form += 1) {
    await submit(slack, user);
    await answered();
    done += 1;
  }
  while (topModal(slack, user)) await close(slack, user);
  return done;
}
