// The short agreement of two or three in a team: six lines of the long one, a seventh for three, and who has agreed to them. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../../platform/content/load.ts';
import { actions, button, context, modal, section } from '../../../../platform/slack/blocks.ts';
import { sayList } from '../../../founding/words.ts';
import type { Named } from './step-views.ts';

export const AGREE = 'teams.agree';

/** What fits four half hours. The first three are promises, and stand unshortened. */
const AGREED = ['ag.1', 'ag.2', 'ag.3', 'ag.4', 'ag.5', 'ag.10'] as const;
const THREE = 'ag.14';

export interface AgreementShown {
  pair: string;
  /** The reader, by Slack id. */
  me: string;
  members: readonly (Named & { agreed: boolean })[];
}

/** The six lines, a seventh for three, and who has agreed to them. */
export function agreementModal(content: Content, shown: AgreementShown): ModalView {
  const lines = [...AGREED, ...(shown.members.length > 2 ? [THREE] : [])].map((id) => content.say(id));
  const mine = shown.members.some(({ user, agreed }) => user === shown.me && agreed);
  const [agree = ''] = content.buttons('teams.weeks.agreement');
  return modal({
    callback: 'teams.short-agreement',
    title: 'Our agreement',
    blocks: [
      section(content.say('teams.weeks.agreement')),
      ...lines.map((line) => section(line)),
      context(agreedLine(content, shown)),
      ...(mine ? [] : [actions([button({ label: agree, action: AGREE, value: shown.pair, style: 'primary' })])]),
    ],
  });
}

function agreedLine(content: Content, { members }: AgreementShown): string {
  const agreed = members.filter((each) => each.agreed).map(({ name }) => name);
  if (agreed.length === members.length) return content.say('teams.weeks.agreed.all');
  return agreed.length === 0 ? content.say('teams.weeks.agreed.none') : content.say('teams.weeks.agreed.some', { names: sayList(agreed) });
}
