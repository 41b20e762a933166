// The samples of the gathering room: Forums, teams, and the gathering at the end of a round.
import type { Sample } from '../sample.ts';
import { forumHourSamples } from './forum-hour.ts';
import { forumSamples } from './forums.ts';
import { slideSamples } from './slides.ts';
import { teamWeeksSamples } from './team-weeks.ts';
import { teamSamples } from './teams.ts';
import { togetherSamples } from './together.ts';

export const gatheringSamples: readonly Sample[] = [
  ...forumSamples,
  ...teamSamples,
  ...teamWeeksSamples,
  ...forumHourSamples,
  ...togetherSamples,
  ...slideSamples,
];
