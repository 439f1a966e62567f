import type { Bilingual } from '../bilingual.ts';
import { ownFields } from '../print/own-fields/own-fields.ts';
import { type FieldPath, valueAt } from './path.ts';
import {
  type Column,
  type EditableField,
  type StudioContent,
  type StudioField,
  studioParts,
  type UrduNames,
} from './studio-fields.ts';

const languages: Readonly<Record<string, Bilingual>> = {
  hi: { hi: 'हिंदी', en: 'Hindi' },
  en: { hi: 'अंग्रेज़ी', en: 'English' },
};

export const emblemLabel: Bilingual = { hi: 'चिह्न (एंब्लेम)', en: 'Emblem' };

/** Labels of the fields of a service, a group and the links. */
const otherLabels: Readonly<Record<string, Bilingual>> = {
  name: { hi: 'नाम', en: 'name' },
  board: { hi: 'बोर्ड पर', en: 'on the board' },
  feeRupees: { hi: 'शुल्क (रु.)', en: 'fee (rupees)' },
  services: { hi: 'सेवाएँ', en: 'services' },
  icon: { hi: 'चिह्न', en: 'icon' },
  host: { hi: 'पता', en: 'host' },
  confirmed: { hi: 'पुष्टि', en: 'confirmed' },
  targets: { hi: 'अनुमत पृष्ठ', en: 'allowed pages' },
  outlet: { hi: 'अपना कोड', en: 'code of its own' },
  measure: { hi: 'नाप', en: 'measure' },
};

/**
 * Label of a path in the form, as in “हेल्पलाइन · 112 · नाम (हिन्दी)”. A path that is not in the form is labelled by
 * its own steps.
 */
export function findLabel(path: FieldPath, content: unknown): Bilingual {
  if (path[0] === 'emblem') return emblemLabel;
  const field = findField(path);
  if (field === undefined) return { hi: path.join('.'), en: path.join('.') };
  const rest = path.slice(field.path.length);
  const language = languages[rest.at(-1) ?? ''];
  const steps = language === undefined ? rest : rest.slice(0, -1);
  const names = [field.label, ...namesOf(field, steps, content)];
  const suffix = (key: 'hi' | 'en') => (language === undefined ? '' : ` (${language[key]})`);
  // The words in Urdu are named after those that they translate.
  const inUrdu = path[0] === 'urdu' ? { hi: 'उर्दू: ', en: 'Urdu: ' } : { hi: '', en: '' };
  return {
    hi: inUrdu.hi + names.map(({ hi }) => hi).join(' · ') + suffix('hi'),
    en: inUrdu.en + names.map(({ en }) => en).join(' · ') + suffix('en'),
  };
}

/** The field of the form whose path leads to this one, the longest first. */
function findField(path: FieldPath): StudioField | undefined {
  return studioParts
    .flatMap(({ fields }) => fields)
    .filter((field) => field.path.every((step, place) => path[place] === step))
    .sort((one, other) => other.path.length - one.path.length)[0];
}

function namesOf(field: StudioField, steps: FieldPath, content: unknown): Bilingual[] {
  if (field.kind === 'row') return columnNames(field.columns, steps);
  if (field.kind === 'urdu-names') {
    const known = urduNamed(field.path[1], (content ?? {}) as object);
    return steps.map((step) => known.find(({ id }) => id === step)?.name ?? { hi: step, en: step });
  }
  if (field.kind === 'rows' || field.kind === 'urdu-rows') {
    const [row, ...rest] = steps;
    if (row === undefined) return [];
    return [rowName([...field.path, row], row, content), ...columnNames(field.columns, rest)];
  }
  return steps.map((step, place) => {
    const known = otherLabels[step];
    return known ?? rowName([...field.path, ...steps.slice(0, place + 1)], step, content);
  });
}

/** Rows are called by their own name, or counted. */
function rowName(path: FieldPath, step: string, content: unknown): Bilingual {
  const row = valueAt(content, path);
  const { name, number } = (typeof row === 'object' && row !== null ? row : {}) as {
    name?: Bilingual;
    number?: string;
  };
  if (number !== undefined) return { hi: number, en: number };
  if (name?.hi) return { hi: name.hi, en: name.en || name.hi };
  const text = /^\d+$/.test(step) ? String(Number(step) + 1) : step;
  return { hi: text, en: text };
}

function columnNames(columns: readonly Column[], steps: FieldPath): Bilingual[] {
  if (steps.length === 0) return [];
  const key = steps.join('.');
  const found =
    columns.find((own) => own.key === key) ?? columns.find((own) => own.key === steps[0]);
  return [found?.label ?? otherLabels[steps[0] ?? ''] ?? { hi: key, en: key }];
}

interface Named {
  id: string;
  name: Bilingual;
}

/**
 * Items of a list that may have a name in Urdu, with their other names.
 * @param edits the campaign's edited fields
 * @param districts where they are known; else those that have a name in Urdu, by their ids
 */
export function urduNamed(
  names: UrduNames,
  edits: Readonly<Partial<Record<EditableField, unknown>>>,
  districts?: readonly { id: string; nameHi: string; nameEn: string }[],
): Named[] {
  const content = edits as StudioContent;
  const groups = content.serviceGroups ?? [];
  const services = groups.flatMap((group) => group.services);
  switch (names) {
    case 'serviceGroups':
      return groups.map(({ id, name }) => ({ id, name }));
    case 'services':
      return services.map(({ id, name }) => ({ id, name }));
    case 'boardServices':
      return services.flatMap(({ id, board }) =>
        board === undefined ? [] : [{ id, name: board }],
      );
    case 'helpLines':
      return (content.helpLines ?? []).map(({ number, name }) => ({
        id: number,
        name: { hi: `${number} ${name.hi}`, en: `${number} ${name.en}` },
      }));
    case 'ownFields':
      return ownFields.flatMap(({ id, caption, label }) =>
        caption === null ? [] : [{ id, name: { hi: caption, en: label.en } }],
      );
    case 'districts':
      return (
        districts?.map(({ id, nameHi, nameEn }) => ({ id, name: { hi: nameHi, en: nameEn } })) ??
        Object.keys(content.urdu?.districts ?? {}).map((id) => ({ id, name: { hi: id, en: id } }))
      );
  }
}
