// One thing that waits for organisers: a sentence, and the next step as a button beside it (or below it, where there are two). Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import { LIST } from '../../gathering/forums/list-views.ts';
import { undeliveredLetter } from '../../gathering/together/letters.ts';
import { POST_IT_NOW, POSTED_ALREADY } from '../../pairing/organiser-letters.ts';
import { SUGGEST } from '../../pairing/rematching/letters.ts';
import type { ResultToSee } from '../../reviewing/waiting.ts';
import { wordButton } from '../words.ts';
import type { Unpaired, Wait } from './wait.ts';

export const SEEN_TO = 'home.seen-to';
export const LOOK_AGAIN = 'home.look-again';

/** `programme` is the id of the programme whose organisers are meant. */
export function waiting(content: Content, wait: Wait, programme: string): KnownBlock[] {
  switch (wait.what) {
    case 'help': {
      const heard = `Read it: the request of ${wait.name}`;
      const read = button({ label: 'Read it', action: `coaching.help-read#${wait.id}`, value: wait.id, accessibilityLabel: heard });
      return beside(content.say('home.waits.help', { name: wait.name, date: wait.on }), read);
    }
    case 'another':
      return beside(content.say('home.waits.another', { name: wait.name, date: wait.by }), suggestButton(content, wait.wish, wait.name));
    case 'unpaired':
      return unpaired(content, wait, programme);
    case 'approval':
      return beside(
        content.say(wait.ahead ? 'home.waits.approval.ahead' : 'home.waits.approval', { date: wait.date }),
        wordButton('rotate', { programme }),
      );
    case 'channel':
      return beside(
        content.say('home.waits.channel'),
        button({ label: 'Look again', action: `${LOOK_AGAIN}#${programme}`, value: programme }),
      );
    case 'announcement':
      return announcement(content, wait);
    case 'word':
      return undeliveredLetter(content, wait).blocks;
    case 'posting':
      return beside(content.say('home.waits.posting', { channel: { mrkdwn: `<#${wait.channel}>` } }), wordButton('roster', { programme }));
    case 'undelivered':
      return undelivered(content, wait);
    case 'result':
      return result(content, wait);
    case 'gathering':
      return beside(content.say('home.waits.gathering', { date: wait.date }), wordButton('gathering', { programme }));
    case 'forum':
      return forum(content, wait, programme);
  }
}

function forum(content: Content, { id, x, date, time }: Extract<Wait, { what: 'forum' }>, programme: string): KnownBlock[] {
  const said = content.say(`home.waits.forum.${x === 0 ? 'none' : x === 1 ? 'one' : 'some'}`, { date, time, x });
  return beside(
    said,
    button({ label: 'See Forums', action: `${LIST}#${id}`, value: programme, accessibilityLabel: `See Forums: ${date}` }),
  );
}

type Beside = ReturnType<typeof button>;

function beside(text: string, accessory: Beside): KnownBlock[] {
  return [section(text, { accessory })];
}

function suggestButton(content: Content, wish: string, name: string): Beside {
  const [label = ''] = content.buttons('or.change');
  return button({ label, action: `${SUGGEST}#${wish}`, value: wish, accessibilityLabel: `${label}: ${name}` });
}

/** Somebody is being looked for: what would be found. Otherwise the round that is theirs, or the list that says until when they sit out. */
function unpaired(content: Content, wait: Unpaired, programme: string): KnownBlock[] {
  const { name } = wait;
  if (wait.because === 'paused') {
    const text = content.say(wait.until ? 'home.waits.paused.until' : 'home.waits.paused', { name, date: wait.until ?? '' });
    return beside(text, wordButton('roster', { programme }));
  }
  if (wait.wish) return beside(content.say(`home.waits.${wait.because}`, { name }), suggestButton(content, wait.wish, name));
  return beside(content.say(`home.waits.${wait.because}.next`, { name, date: wait.date }), wordButton('rotate', { programme }));
}

function announcement(content: Content, { letter, number, channel, refused }: Extract<Wait, { what: 'announcement' }>): KnownBlock[] {
  const id = refused ? 'pairing.announcement.refused' : 'pairing.announcement.unclear';
  const controls = refused ? [POST_IT_NOW] : [POSTED_ALREADY, POST_IT_NOW];
  const labels = content.buttons(id);
  const buttons = controls.map((action, at) => button({ label: labels[at] ?? '', action: `${action}#${letter}`, value: letter }));
  return [section(content.say(id, { number, channel: { mrkdwn: `<#${channel}>` } })), actions(buttons)];
}

/** The name is a mention: pressing it opens a conversation with them. */
function undelivered(content: Content, { leader, user, name, x }: Extract<Wait, { what: 'undelivered' }>): KnownBlock[] {
  const heard = `Seen to: ${name}`;
  const text = content.say(x === 1 ? 'home.waits.undelivered.one' : 'home.waits.undelivered', { name: { mrkdwn: `<@${user}>` }, x });
  return beside(text, button({ label: 'Seen to', action: `${SEEN_TO}#${leader}`, value: leader, accessibilityLabel: heard }));
}

function result(content: Content, { id, pulse, replied, asked, toWrite }: ResultToSee): KnownBlock[] {
  const said = toWrite ? 'or.result' : `reviewing.pulse.closed.${pulse}`;
  const [label = ''] = content.buttons(said);
  const action = toWrite ? `reviewing.write-change#${id}` : `reviewing.read#organiser-${id}`;
  return beside(content.say(said, { x: replied, y: asked }), button({ label, action, value: id }));
}
