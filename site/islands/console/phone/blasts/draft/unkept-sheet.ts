import type { MessageCategory, Template } from '../../../../../../campaigns/messages/messages.ts';
import { toInstant } from '../../../../../../campaigns/tracker/clock.ts';
import type { Sheet } from '../row-facts.ts';
import { type DraftForm, parsePaise, parseWholeNumber } from './draft-form.ts';
import { findCategory } from './form-faults.ts';

/** Facts for the rows of a draft that the service does not have yet. */
export function toSheet(
  form: DraftForm,
  templates: readonly Template[],
  callCategory: MessageCategory,
): Sheet {
  const { skipReceived, skipBlastIds, dndClasses, fromMinute, toMinute } = form;
  const moment = toInstant(form.day, form.time);
  const isLater = form.start === 'later' && !Number.isNaN(moment.getTime());
  const chosen = templates.filter(({ id }) => Object.values(form.templates).includes(id));
  return {
    estimate: null,
    counting: false,
    byGateway: [],
    audienceName: '',
    audience: null,
    blast: {
      channel: form.channel,
      category: findCategory(form, templates, callCategory),
      texts: Object.fromEntries(chosen.map((template) => [template.language, template])),
      trial: null,
      gateway: form.gateway,
      further: [],
      startsAt: isLater ? moment.toISOString() : null,
      window: { fromMinute, toMinute },
      policy: { canarySize: parseWholeNumber(form.canarySize) },
      selection: {
        capMessages: parseWholeNumber(form.capMessages),
        capDays: parseWholeNumber(form.capDays) ?? 0,
        skipReceived,
        skipBlastIds,
        dndClasses,
        onlyLanguage: form.onlyLanguage,
        onlyReached: form.onlyReached,
      },
      budgetPaise: parsePaise(form.budget),
      repeat: null,
    },
  };
}
