// Who may found a programme and who may run one. Asked again at every press: a right may have gone since the button was made.
import { lookUp } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from './organisers.ts';

type Asking = Pick<Tools, 'db' | 'slack' | 'workspace' | 'now' | 'organisers'>;

/** Whether `user` is an organiser of this programme and a member of the workspace. */
export async function mayOrganise(tools: Asking, programme: { id: string }, user: string): Promise<boolean> {
  if (!(await organisers.of(tools, tools.db, programme.id)).includes(user)) return false;
  return (await lookUp(tools, user)).kind === 'member';
}

/**
 * Whether `user` may found a programme: whoever the settings name, and whoever organises another one. Where nobody does either yet, a workspace
 * owner or admin may, so that a fresh installation can begin.
 */
export async function mayFound(tools: Asking, user: string): Promise<boolean> {
  const { kind, workspaceAdmin } = await lookUp(tools, user);
  if (kind !== 'member') return false;
  if (tools.organisers.includes(user) || (await organisers.programmesOf(tools.db, tools.workspace, user)).length > 0) return true;
  return tools.organisers.length === 0 && workspaceAdmin && !(await organisers.anyIn(tools.db, tools.workspace));
}
