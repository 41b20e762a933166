// "People I would welcome": how many have been named, and the short form in which to name them. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { sayDay } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, input, modal, section } from '../../../platform/slack/blocks.ts';
import { people } from '../../../platform/slack/controls.ts';
import { WELCOMES_MOST } from '../../joining/profile-form.ts';
import type { Season } from './plan.ts';

export const WELCOMES = 'pairing.welcomes';
export const WELCOMES_FORM = 'pairing.welcomes-form';
export const WELCOMED = 'welcomes';

interface Shown {
  programme: string;
  season: Season;
  welcomes: readonly string[];
}

/** On Home, before a round. */
export function welcomesPart(content: Content, { programme, season, welcomes }: Shown): KnownBlock[] {
  const blanks = { x: welcomes.length, most: WELCOMES_MOST, date: sayDay(season.roundOn) };
  const said = content.say(welcomes.length === 0 ? 'pairing.choosing.welcomes.none' : 'pairing.choosing.welcomes', blanks);
  return [section(said), actions([button({ label: 'Name people', action: `${WELCOMES}#${programme}`, value: programme })])];
}

export function welcomesModal(content: Content, { programme, season, welcomes }: Shown): ModalView {
  return modal({
    callback: WELCOMES_FORM,
    title: 'People I would welcome',
    submit: 'Save',
    about: programme,
    blocks: [
      section(content.say('pairing.choosing.welcomes.form', { date: sayDay(season.roundOn), most: WELCOMES_MOST })),
      input({
        block: WELCOMED,
        label: 'People I would welcome as a partner',
        hint: content.plain('joining.hint.welcomes'),
        optional: true,
        element: people({ action: 'pairing.welcomed', chosen: welcomes, most: WELCOMES_MOST }),
      }),
      context(content.say('pairing.choosing.welcomes.seen')),
    ],
  });
}
