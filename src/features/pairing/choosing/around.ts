// Whom it concerns what one person does while they choose: those they ask or have asked, and those who ask or asked them.
import type { Db } from '../../../platform/tools.ts';

/** Slack ids, for the rounds to come. */
export async function choosersAround(db: Db, workspace: string, user: string): Promise<string[]> {
  const rows = await db
    .selectFrom('leader as own')
    .innerJoin('partner_request', (join) =>
      join.on(({ eb, or }) => or([eb('partner_request.asker', '=', eb.ref('own.id')), eb('partner_request.asked', '=', eb.ref('own.id'))])),
    )
    .innerJoin('leader', (join) =>
      join.on(({ eb, or }) =>
        or([eb('leader.id', '=', eb.ref('partner_request.asker')), eb('leader.id', '=', eb.ref('partner_request.asked'))]),
      ),
    )
    .select('leader.slack_user')
    .distinct()
    .where('own.workspace', '=', workspace)
    .where('own.slack_user', '=', user)
    .where('leader.slack_user', '!=', user)
    .execute();
  return rows.map((row) => row.slack_user);
}
