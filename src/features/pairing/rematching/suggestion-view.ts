// What an organiser is shown who looks for a match for somebody: the pairs as they would be, why, what they give up, and which pairs change. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { modal, section, sections } from '../../../platform/slack/blocks.ts';
import type { Because } from '../plan.ts';
import { type Named, sayMembers, sayNames, sayReasons } from '../said.ts';

export const SUGGESTION = 'pairing.suggestion';
/** More than this nobody reads in a form. */
const MOST_PAIRS = 12;

export interface Suggestion {
  /** The one who wants a partner. */
  name: string;
  wish: string;
  mark: string;
  made: readonly { members: readonly Named[]; reasons: readonly Because[]; compromises: readonly Because[] }[];
  /** Pairs of others that would end or change. */
  others: readonly (readonly Named[])[];
  /** Why there is nothing to suggest. */
  causes: readonly Because[];
}

export function suggestionModal(content: Content, suggestion: Suggestion, notice?: 'changed'): ModalView {
  const { name, wish, mark, made } = suggestion;
  const about = JSON.stringify({ wish, mark });
  const noticed = notice ? [section(content.say('pairing.repair.suggest.changed'))] : [];
  if (made.length === 0) {
    const causes = suggestion.causes.map(({ id, blanks }) => content.say(id, blanks)).join(' ');
    const none = content.say('pairing.repair.suggest.none', { name, cause: { mrkdwn: causes } });
    return modal({ callback: SUGGESTION, title: 'Suggest a match', blocks: [...noticed, ...sections(none)] });
  }
  const blocks: KnownBlock[] = [
    ...noticed,
    section(content.say('pairing.repair.suggest', { name })),
    ...made.slice(0, MOST_PAIRS).flatMap((pair) => sections(pairLines(content, pair))),
    ...(suggestion.others.length === 0
      ? [section(content.say('pairing.repair.suggest.nobody'))]
      : sections(
          content.say('pairing.repair.suggest.others', { list: suggestion.others.map((pair) => `• ${sayNames(pair)}`).join('\n') }),
        )),
  ];
  return modal({ callback: SUGGESTION, title: 'Suggest a match', submit: 'Match them', close: 'Not now', about, blocks });
}

function pairLines(content: Content, { members, reasons, compromises }: Suggestion['made'][number]): string {
  const said = compromises.map(({ id, blanks }) => content.say('pairing.compromise', { text: { mrkdwn: content.say(id, blanks) } }));
  return [sayMembers(content, members), sayReasons(content, reasons), ...said].filter((line) => line !== '').join('\n');
}

/** A word in the place of the suggestion. */
export function suggestedModal(text: string): ModalView {
  return modal({ callback: 'pairing.suggested', title: 'Suggest a match', blocks: sections(text) });
}
