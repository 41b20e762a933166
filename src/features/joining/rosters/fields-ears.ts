// The part of the room's ears that hears an organiser say which of Slack's own profile fields tell function and manager.
import { choiceIn } from '../../../platform/slack/inputs.ts';
import type { Press, Submit } from '../../../platform/slack/spoken.ts';
import * as profileFields from '../profile-fields.ts';
import { FIELD, fieldsModal } from './invite-views.ts';
import { notOrganiser, organised, organisedForm, told } from './organised.ts';
import { setFields } from './set-fields.ts';

export const onFields: Press = (tools, pressed) =>
  organised(tools, pressed, async (programme) => {
    const fields = await tools.slack.profileFields();
    if (!fields.ok) return { text: tools.content.say('joining.fields.refused', { blocked: fields.needed ?? fields.error }) };
    if (fields.value.length === 0) return { text: tools.content.say('joining.fields.none') };
    const view = fieldsModal(tools.content, programme, fields.value, await profileFields.of(tools.db, programme.id));
    const pushed = await tools.slack.pushModal(pressed.triggerId, view);
    return pushed.ok ? undefined : { text: tools.content.say('founding.form.failed') };
  });

export const onFieldsForm: Submit = (tools, submitted) =>
  organisedForm(tools, submitted, async (programme) => {
    const wish = { function: choiceIn(submitted.state, FIELD.function), manager: choiceIn(submitted.state, FIELD.manager) };
    const done = await setFields(tools, { programme: programme.id, by: submitted.user, wish });
    if (done.ok) return told(tools.content.say('joining.fields.saved'));
    if (done.because === 'not-organiser') return told(notOrganiser(tools).text);
    return told(tools.content.say('joining.fields.refused', { blocked: done.blocked }));
  });
