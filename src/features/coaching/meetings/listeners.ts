import type { Ears } from '../../../platform/slack/spoken.ts';

export const ears: Ears = {};
