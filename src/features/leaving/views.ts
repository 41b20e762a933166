// What somebody is shown who asks who sees what, leaves, takes their data out or has it deleted. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, modal, section, sections } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Programme } from '../founding/programmes.ts';
import { sayList } from '../founding/words.ts';
import type { Leader } from '../joining/leaders.ts';
import type { Partnership } from '../joining/partners.ts';

/** The full list, in its order. */
const WHO_SEES_WHAT = [
  'who.intro',
  'who.notes',
  'who.commitments',
  'who.agreement',
  'who.met',
  'who.meetings',
  'who.selfcheck',
  'who.pulse',
  'who.change',
  'who.partner',
  'who.status',
  'who.requests',
  'who.asking',
  'who.wishes',
  'who.profile',
  'who.avoid',
  'who.card',
  'who.introduction',
  'who.lookback',
  'who.insight',
  'who.next',
  'who.forums',
  'who.forum-said',
  'who.forum-taps',
  'who.team-asked',
  'who.team-partner',
  'who.team-taps',
  'who.gathering',
  'who.never',
  'who.kept',
  'who.kept-groups',
  'who.slack',
];

/** `/coachingpairs privacy`. */
export function privacyAnswer(content: Content): Answer {
  const text = content.say('m.privacy');
  return { text, blocks: [section(text), privacyButtons(content)] };
}

/** The same with the full list, as a modal. */
export function whoSeesWhatModal(content: Content): ModalView {
  const list = WHO_SEES_WHAT.map((id) => content.say(id)).join('\n\n');
  return modal({
    callback: 'leaving.who-sees-what',
    title: 'Who sees what',
    blocks: [section(content.say('m.privacy')), ...sections(list)],
  });
}

/** Asks once before somebody leaves. */
export function leaveQuestion(content: Content, programme: Programme, partnership: Partnership | undefined): Answer {
  const names = partnersOf(partnership);
  const text = [
    content.say('leaving.confirm', { programme: programme.name }),
    ...(names.length > 0 ? [content.say('leaving.confirm.partner', { partner: sayList(names) })] : []),
    content.say('leaving.confirm.notes'),
  ].join(' ');
  const leave = button({ label: 'Leave', action: 'leaving.leave-now', value: programme.id, style: 'danger' });
  const pause = button({ label: 'Pause instead', action: 'joining.pause-ask', value: programme.id });
  const stay = button({ label: 'Stay', action: 'leaving.stay', value: programme.id });
  return { text, blocks: [section(text), actions([leave, pause, stay])] };
}

/** Somebody has left. */
export function leftAnswer(content: Content, programme: Programme, leader: Leader, partnership: Partnership | undefined): Answer {
  const names = partnersOf(partnership);
  const text =
    names.length === 0
      ? content.say('leaving.left', { programme: programme.name })
      : content.say(names.length === 1 ? 'm.leave' : 'leaving.left.trio', { partner: sayList(names) });
  const [now = '', first = ''] = content.buttons('m.leave');
  const remove = button({ label: now, action: 'leaving.delete-now', value: leader.id });
  const download = button({ label: first, action: 'leaving.export' });
  return { text, blocks: [section(text), actions([remove, download])] };
}

/** Asks once before everything is deleted. */
export function eraseQuestion(content: Content): Answer {
  const text = content.say('leaving.erase.confirm');
  const remove = button({ label: 'Delete everything', action: 'leaving.erase-now', style: 'danger' });
  const download = button({ label: 'Download first', action: 'leaving.export' });
  const keep = button({ label: 'Keep it', action: 'leaving.keep' });
  return { text, blocks: [section(text), actions([remove, download, keep])] };
}

/** The files could not be handed over: they can be read in a modal, which leaves no copy in Slack. */
export function notHandedOver(content: Content): Answer {
  const text = content.say('leaving.export.refused');
  return { text, blocks: [section(text), actions([button({ label: 'Show it to me', action: 'leaving.show' })])] };
}

export function shownModal(heading: string, blocks: readonly KnownBlock[]): ModalView {
  return modal({ callback: 'leaving.shown', title: 'My data', blocks: blocks.length > 0 ? [...blocks] : [section(heading)] });
}

function privacyButtons(content: Content) {
  const [list = '', download = '', remove = ''] = content.buttons('m.privacy');
  return actions([
    button({ label: list, action: 'leaving.who-sees-what' }),
    button({ label: download, action: 'leaving.export' }),
    button({ label: remove, action: 'leaving.erase' }),
  ]);
}

function partnersOf(partnership: Partnership | undefined): string[] {
  return (partnership?.others ?? []).map(({ name }) => name);
}
