// Who may found a programme and who may run one. Asked again at every press: a right may have gone since the button was made, and so may the
// account.
import { lookUpSurely } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from './organisers.ts';
import type { Programme } from './programmes.ts';
import * as programmes from './programmes.ts';

/** Slack's word on an organiser is asked for again after a minute. */
const FRESH = { seconds: 60 };

type Asking = Pick<Tools, 'db' | 'slack' | 'workspace' | 'now' | 'organisers'>;

/** Whether `user` is an organiser of this programme and a member of the workspace. */
export async function mayOrganise(tools: Asking, programme: { id: string }, user: string): Promise<boolean> {
  if (!(await organisers.of(tools, tools.db, programme.id)).includes(user)) return false;
  return (await lookUpSurely(tools, user, FRESH))?.kind === 'member';
}

/** The programme `id`, if `user` organises it: for whatever came back from a button or a form. */
export async function organisedBy(tools: Asking, user: string, id: string): Promise<Programme | undefined> {
  const programme = await programmes.find(tools.db, tools.workspace, id);
  return programme && (await mayOrganise(tools, programme, user)) ? programme : undefined;
}

/** Whether `user` organises any programme there is, or would: for what concerns organisers and no programme in particular. */
export async function organisesAny(tools: Asking, user: string): Promise<boolean> {
  if (!tools.organisers.includes(user) && (await organisers.programmesOf(tools.db, tools.workspace, user)).length === 0) return false;
  return (await lookUpSurely(tools, user, FRESH))?.kind === 'member';
}

/**
 * Whether `user` may found a programme: whoever the settings name, and whoever organises another one. Where nobody does either yet, a workspace
 * owner or admin may, so that a fresh installation can begin.
 */
export async function mayFound(tools: Asking, user: string): Promise<boolean> {
  const person = await lookUpSurely(tools, user, FRESH);
  if (person?.kind !== 'member') return false;
  if (tools.organisers.includes(user) || (await organisers.programmesOf(tools.db, tools.workspace, user)).length > 0) return true;
  return tools.organisers.length === 0 && person.workspaceAdmin && !(await organisers.anyIn(tools.db, tools.workspace));
}
