// What the lines of the timeline are about: kinds of letters and of deeds, by theme. Pure.

export const themes = [
  'partners',
  'questions',
  'meetings',
  'check-ins',
  'looking-back',
  'groups',
  'organisers',
  'answers',
  'deeds',
] as const;
export type Theme = (typeof themes)[number];

const KINDS: Readonly<Record<Exclude<Theme, 'answers' | 'deeds'>, readonly string[]>> = {
  partners: [
    ...['welcome', 'invite', 'invite-reminder', 'match', 'match-changed', 'pair', 'announcement', 'change', 'rematch', 'third', 'next'],
    ...['partner-asked', 'partner-paused', 'partner-left', 'partner-back', 'back', 'quiet', 'longer', 'asked', 'wish', 'choosing'],
  ],
  questions: ['opener', 'kept', 'carried', 'note'],
  meetings: ['pick-a-time', 'meeting', 'card', 'timer', 'agreed', 'agreement-changed', 'pair-rests'],
  'check-ins': ['check-in', 'check-in-again', 'nudge', 'commitment', 'commitment-noticed', 'help'],
  'looking-back': [
    ...['self-check', 'pulse', 'half', 'half-way', 'you-said', 'look-back', 'close-prep', 'close-after', 'insight', 'introduction', 'line'],
    ...['thanks', 'hand-on', 'pulse-remarks'],
  ],
  groups: [
    ...[
      'forum-invite',
      'forum-word',
      'forum-day',
      'forum-few',
      'forum-undelivered',
      'forum-script',
      'team-invite',
      'team-later',
      'team-waits',
    ],
    ...['team-not-yet', 'team-step', 'team-host', 'team-taps', 'team-alone', 'team-few', 'team-ended', 'team-over', 'gathering'],
  ],
  organisers: [
    ...['import', 'rotation-notice', 'rotation-waiting', 'ran', 'pulse-closed', 'report-ready', 'left', 'help-request', 'organiser'],
    ...['announcement-undelivered', 'channel-lost'],
  ],
};

const byKind = new Map(Object.entries(KINDS).flatMap(([theme, kinds]) => kinds.map((kind) => [kind, theme as Theme])));

/** What a letter of this kind is about; what the bot says to a deed is an answer. */
export function themeOf(kind: string): Theme {
  return byKind.get(kind) ?? 'answers';
}
