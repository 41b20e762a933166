// An organiser shares the work with someone, or takes it back. There is always one left who can.
import { record } from '../../platform/audit.ts';
import type { Content } from '../../platform/content/load.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue, type Letter } from '../../platform/outbox/enqueue.ts';
import { section } from '../../platform/slack/blocks.ts';
import { lookUpSurely } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from './organisers.ts';
import type { Programme } from './programmes.ts';
import { mayOrganise } from './rights.ts';

export interface Appointment {
  programme: Programme;
  user: string;
  by: string;
}

export type Appointed =
  | { ok: true }
  /** `unasked`: Slack could not be asked about them just now. */
  | { ok: false; because: 'not-organiser' | 'already' | 'guest' | 'bot' | 'external' | 'deactivated' | 'unasked' };
export type Dismissed = { ok: true } | { ok: false; because: 'not-organiser' | 'not-appointed' | 'by-settings' | 'last' };

/** Makes `user` an organiser of the programme, and tells them. */
export async function appoint(tools: Tools, { programme, user, by }: Appointment): Promise<Appointed> {
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const person = await lookUpSurely(tools, user, { seconds: 60 });
  if (person?.kind !== 'member') return { ok: false, because: person?.kind ?? 'unasked' };
  if (tools.organisers.includes(user)) return { ok: false, because: 'already' };
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Appointed> => {
    const id = await organisers.appoint(tools, tx, { programme: programme.id, user, by }, now);
    if (id === undefined) return { ok: false, because: 'already' };
    await record(tools, tx, { programme: programme.id, actor: by, action: 'organiser-added', subject: user }, now);
    await enqueue(tools, tx, appointmentLetter(tools.content, { programme, user, by }, id), now);
    return { ok: true };
  });
  if (done.ok) tools.knock();
  return done;
}

/** Takes `user` off. Whoever the installation's settings name stays, and so does the last organiser. */
export async function dismiss(tools: Tools, { programme, user, by }: Appointment): Promise<Dismissed> {
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Dismissed> => {
    const appointed = await organisers.appointed(tx, programme.id);
    if (!appointed.includes(user)) return { ok: false, because: tools.organisers.includes(user) ? 'by-settings' : 'not-appointed' };
    if (new Set([...appointed, ...tools.organisers]).size === 1) return { ok: false, because: 'last' };
    await organisers.remove(tx, programme.id, user, now);
    await record(tools, tx, { programme: programme.id, actor: by, action: 'organiser-removed', subject: user }, now);
    return { ok: true };
  });
}

function appointmentLetter(content: Content, { programme, user, by }: Appointment, id: string): Letter {
  const blanks = { who: { mrkdwn: `<@${by}>` }, programme: programme.name, channel: { mrkdwn: `<#${programme.channel}>` } };
  const text = content.say('founding.organiser.welcome', blanks);
  return {
    key: `organiser:${id}`,
    kind: 'organiser',
    address: { to: 'person', user },
    priority: 2,
    body: { text, blocks: [section(text)] },
  };
}
