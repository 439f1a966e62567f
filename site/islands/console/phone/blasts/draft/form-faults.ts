import {
  type BlastRow,
  blastRows,
  choosesBlasts,
  type DraftFieldName,
} from '../../../../../../campaigns/messages/draft-fields.ts';
import { legalWindow, narrow } from '../../../../../../campaigns/messages/legal-hours.ts';
import { isMergeField } from '../../../../../../campaigns/messages/merge-fields.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import type { MessageCategory, Template } from '../../../../../../campaigns/messages/messages.ts';
import { longestValue } from '../../../../../../campaigns/messages/registrars.ts';
import { parseCount } from '../../../../../../campaigns/numbers.ts';
import { toInstant } from '../../../../../../campaigns/tracker/clock.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { type DraftForm, listTypedKinds } from './draft-form.ts';
import { findFieldFaults } from './field-texts.ts';
import { toFurtherBody } from './further-gateways.ts';
import { findRepeatFaults, type RepeatFault } from './repeat-form.ts';

/** Names of the words for a fault; of a declared field, the field itself. */
export type Fault =
  | DraftFieldName
  | 'template'
  | 'category'
  | 'value'
  | 'form'
  | 'audience'
  | 'districts'
  | 'gateway'
  | 'shares'
  | 'operators'
  | 'day'
  | 'past'
  | 'hours'
  | 'skipBlasts'
  | 'trial'
  | RepeatFault;
/** By field; a variable's field is its language and place, such as `hi-0`. */
export type Faults = Readonly<Record<string, Fault>>;

/** Values that a variable of a kind may have; the service checks again. */
const valueForms: Readonly<Record<string, RegExp>> = {
  numeric: /^\d+$/,
  number: /^\d+$/,
  alphanumeric: /^[\p{L}\p{M}\p{N} ]+$/u,
  cbn: /^\+?\d{3,14}$/,
  email: /^\S+@\S+\.\S+$/,
};

interface Known {
  templates: readonly Template[];
  /** By the service's clock. */
  now: number;
}

/** Faults that keep a row of the draft from being kept. */
export function findFaults(row: BlastRow, form: DraftForm, known: Known): Faults {
  const declared = findFieldFaults(row, form).map((name) => [name, name] as const);
  return { ...Object.fromEntries(declared), ...findOwnFaults(row, form, known) };
}

function findOwnFaults(row: BlastRow, form: DraftForm, { templates, now }: Known): Faults {
  switch (row) {
    case 'text':
      return findTextFaults(form, templates);
    case 'list':
      return {
        ...(form.audienceId === null ? { audience: 'audience' } : {}),
        ...(form.districts?.length === 0 ? { districts: 'districts' } : {}),
      };
    case 'hours':
      return findHoursFaults(form, templates, now);
    case 'cap': {
      const lacksBlasts = choosesBlasts(form) && form.skipBlastIds.length === 0;
      return lacksBlasts ? { skipBlastIds: 'skipBlasts' } : {};
    }
    case 'cost':
      return {
        ...(form.gateway === '' ? { gateway: 'gateway' } : {}),
        ...findFurtherFaults(form),
      };
  }
}

/** The first row with faults; null when the draft can be kept. */
export function findFaultyRow(form: DraftForm, known: Known): BlastRow | null {
  const hasFaults = (row: BlastRow) => Object.keys(findFaults(row, form, known)).length > 0;
  return blastRows.find(hasFaults) ?? null;
}

/** The category that the chosen texts have, or that of calls, by which their hours do not differ. */
export function findCategory(
  form: DraftForm,
  templates: readonly Template[],
  ofCalls: MessageCategory = 'government',
): MessageCategory {
  if (form.channel === 'ivr') return ofCalls;
  const id = form.templates.hi || form.templates.en;
  return templates.find((template) => template.id === id)?.category ?? 'government';
}

/** The form with no hour that the rules do not allow what is chosen: another text or a call may have others. */
export function keepWithinLaw(form: DraftForm, templates: readonly Template[]): DraftForm {
  const { fromMinute, toMinute } = form;
  const legal = legalWindow(findCategory(form, templates), form.channel);
  const lawful = fromMinute >= legal.fromMinute && toMinute <= legal.toMinute;
  return lawful ? form : { ...form, ...(narrow(legal, { fromMinute, toMinute }) ?? legal) };
}

function findTextFaults(form: DraftForm, templates: readonly Template[]): Faults {
  const faults: Record<string, Fault> = {};
  if (form.channel === 'ivr') return faults;
  const chosen = (language: MessageLanguage) =>
    templates.find(({ id }) => id === form.templates[language]);
  const hindi = chosen('hi');
  const english = chosen('en');
  if (hindi === undefined && english === undefined) faults['hi'] = 'template';
  if (hindi !== undefined && english !== undefined && hindi.category !== english.category) {
    faults['en'] = 'category';
  }
  if (hasTrialFault(form)) faults['trial'] = 'trial';
  for (const language of messageLanguages) {
    const kinds = listTypedKinds(chosen(language)?.text ?? '');
    for (const [index, kind] of kinds.entries()) {
      const value = (form.values[language][index] ?? '').trim();
      const field = `${language}-${index}`;
      if (value === '' || value.length > longestValue(kind)) faults[field] = 'value';
      else if (!isMergeField(value) && valueForms[kind]?.test(value) === false)
        faults[field] = 'form';
    }
  }
  return faults;
}

function hasTrialFault({ trial, templates, gateway }: DraftForm): boolean {
  if (trial === null || gateway === operatorGateway) return false;
  const within = (typed: string, most: number) => {
    const value = parseCount(typed);
    return value !== undefined && value >= 1 && value <= most;
  };
  const used = messageLanguages.filter((name) => templates[name] !== '');
  const isWhole = used.every((name) => trial.templates[name] !== '');
  return !isWhole || !within(trial.share, 45) || !within(trial.waitHours, 168);
}

function findHoursFaults(form: DraftForm, templates: readonly Template[], now: number): Faults {
  const faults: Record<string, Fault> = {};
  if (form.start === 'later') {
    const moment = toInstant(form.day, form.time).getTime();
    if (Number.isNaN(moment)) faults['day'] = 'day';
    else if (moment < now) faults['day'] = 'past';
  }
  const legal = legalWindow(findCategory(form, templates), form.channel);
  if (form.fromMinute >= form.toMinute || narrow(legal, form) === null) {
    faults['hours'] = 'hours';
  }
  const first = form.start === 'later' ? form.day : null;
  const spoken = messageLanguages.filter((language) => form.templates[language] !== '');
  return { ...faults, ...findRepeatFaults(form.repeat, { first, spoken }) };
}

function findFurtherFaults(form: DraftForm): Faults {
  const faults: Record<string, Fault> = {};
  const further = toFurtherBody(form);
  const sum = further.reduce((total, { share = 0 }) => total + share, 0);
  for (const { gateway, use, share, operators } of form.further) {
    if (!further.some((entry) => entry.gateway === gateway)) continue;
    if (use === 'share' && ((parseCount(share) ?? 0) < 1 || sum > 99))
      faults[`share-${gateway}`] = 'shares';
    const elsewhere = further.filter((entry) => entry.gateway !== gateway);
    const isTwice = (name: string) => elsewhere.some((other) => other.operators?.includes(name));
    if (use === 'operators' && (operators.length === 0 || operators.some(isTwice))) {
      faults[`operators-${gateway}`] = 'operators';
    }
  }
  return faults;
}
