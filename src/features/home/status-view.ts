// The answers to `status` and `partner`, put together from what the rooms say. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, header, sections } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Parts } from './facts.ts';
import { datesInWords } from './taking-view.ts';
import { wordButton } from './words.ts';

export interface StatusShown extends Pick<Parts, 'meeting' | 'gathering' | 'forums' | 'team' | 'agreement'> {
  lines: readonly string[];
  /** Whom they choose, or would welcome, in the coming round. */
  choosing?: readonly KnownBlock[];
  dates: readonly string[];
  programme: string;
}

/** Everything that concerns someone in one programme, and the dates ahead. */
export function statusAnswer(content: Content, { lines, dates, programme, choosing = [], team, ...parts }: StatusShown): Answer {
  const first = lines.join('\n');
  const ahead = dates.length > 0 ? [datesInWords(content, dates)] : [];
  return {
    text: [first, ...ahead].join('\n\n'),
    blocks: [
      ...sections(first),
      ...meetingAndAgreement({ ...parts, meeting: [...parts.meeting, ...parts.gathering, ...parts.forums] }),
      ...(team.length > 0 ? [header('Coaching in a team'), ...team] : []),
      ...choosing,
      ...ahead.flatMap((text) => sections(text)),
      actions([wordButton('partner', { programme }), wordButton('help-me', { programme })]),
    ],
  };
}

/** Who the partner is, with the next meeting and the agreement below. */
export function partnerShown({ text, blocks = [] }: Answer, parts: Pick<Parts, 'meeting' | 'agreement'>): Answer {
  return { text, blocks: [...(blocks.length > 0 ? blocks : sections(text)), ...meetingAndAgreement(parts)] };
}

function meetingAndAgreement({ meeting, agreement }: Pick<Parts, 'meeting' | 'agreement'>): KnownBlock[] {
  return [
    ...(meeting.length > 0 ? [header('Next meeting'), ...meeting] : []),
    ...(agreement.length > 0 ? [header('Our agreement'), ...agreement] : []),
  ];
}
