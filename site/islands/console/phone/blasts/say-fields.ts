import {
  type BlastRow,
  type DraftFieldName,
  draftFieldNames,
  draftFieldOf,
  readDraftFields,
} from '../../../../../campaigns/messages/draft-fields.ts';
import type { Blast } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { sayPair } from '../../../../i18n/own-language.ts';
import type { Fact } from '../../ui/parts.tsx';

type Language = 'hi' | 'en';

/** The value of a declared field as it is read; '' for none that has no words. */
export function sayField(name: DraftFieldName, value: unknown, language: Language): string {
  const { type, none, options = {}, said } = draftFieldOf(name);
  if (value === null) return none === undefined ? '' : sayPair(none, language);
  const option = options[String(value)];
  const text =
    type === 'money'
      ? formatRupees(Number(value), language)
      : type === 'count'
        ? formatNumber(Number(value), language)
        : option === undefined
          ? String(value)
          : sayPair(option, language);
  return said?.as === undefined ? text : sayPair(said.as(text), language);
}

export function sayLabel(name: DraftFieldName, language: Language): string {
  const { said, label } = draftFieldOf(name);
  return sayPair(said?.label ?? label, language);
}

/** Declared fields of a blast, or of a draft. */
export interface Choices
  extends Pick<Blast, 'selection'>,
    Partial<Record<DraftFieldName, unknown>> {
  /** Null for as many as fit the list. */
  policy: { canarySize: number | null };
}

/** The declared fields of a row that its one line says, or that are among its facts: terms and their values. */
export function sayFields(
  blast: Choices,
  { row, at }: { row: BlastRow; at: 'lead' | 'fact' },
  language: Language,
): (Fact & readonly [string, string])[] {
  const values = readDraftFields(blast);
  return draftFieldNames.flatMap((name) => {
    const { row: own, said } = draftFieldOf(name);
    const value = values[name] ?? null;
    if (own !== row || said?.at !== at || (at === 'fact' && value === null)) return [];
    return [[sayLabel(name, language), sayField(name, value, language)] as const];
  });
}
