import { choice, count, type Field, type FieldValue, flag, money, text } from '../fields/field.ts';
import type { Pair } from '../words/pairs.ts';

// The plain fields of a blast's draft, each declared once: the service's schemas, the form with its faults, the rows in
// which a draft is summed up and the page of answers read what is said here. What needs a drawing or a rule of its own
// (texts, lists, hours, gateways, rounds) is beside this, in `messaging/phone/blasts/draft-schemas.ts` and the draft's editors.

/** Parts of a blast in the order of its page. */
export const blastRows = ['text', 'list', 'hours', 'cap', 'cost'] as const;
export type BlastRow = (typeof blastRows)[number];
export const isBlastRow = (name: string | null): name is BlastRow =>
  blastRows.some((row) => row === name);

interface Rules<Value> {
  row: BlastRow;
  /** The part of the kept draft that has it. The seal covers all of `selection`; of `texts` each card shows it. */
  kept: 'draft' | 'selection' | 'policy' | 'texts';
  /** Its value where nobody chooses; without one it has to be filled in. */
  usual?: Value;
  /** Said of what is typed and cannot be taken. */
  fault?: Pair;
  /** How its row says it: in the row's one line, or among its facts, where an empty one is left out. */
  said?: {
    at: 'lead' | 'fact';
    label?: Pair;
    /** @param value as it is written in the reader's language */
    as?: (value: string) => Pair;
  };
  /** Its term in the blast's report, where one is set. */
  reported?: Pair;
  /** A blast that is drafted like another one has it too. */
  copied?: true;
  /** For the page of the API. */
  note?: string;
}
export type DraftField = Field & Rules<unknown>;

const field = <const Of extends Field, const Given extends Rules<FieldValue<Of>>>(
  of: Of,
  given: Given,
): Of & Given => ({ ...of, ...given });

export const draftFields = {
  name: field(text(['प्रसारण का नाम', 'Name of the blast'], { max: 200 }), {
    row: 'text',
    kept: 'draft',
    fault: ['प्रसारण का नाम लिखें', 'Write a name for the blast'],
  }),
  unlikeReason: field(
    text(['यह पाठ क्यों भेजा जा रहा है', 'Why this text is sent'], {
      maybe: true,
      max: 500,
      lines: 3,
      hint: [
        'यह पहचाने हुए सूचना-संदेशों जैसा नहीं है; कारण स्वीकृति देने वाले अधिकारी को दिखेगा।',
        'It is unlike known notices; the approver sees the reason.',
      ],
    }),
    {
      row: 'text',
      kept: 'draft',
      usual: null,
      note: 'Asked of a drafter whose text is unlike known notices',
    },
  ),
  stationCards: field(
    flag(
      [
        'ऊपर का चित्र: हर प्राप्तकर्ता के थाने का कार्ड',
        'Picture at the head: the card of each recipient’s station',
      ],
      {
        hint: [
          'जिसका थाना सूची में नहीं है, या जिसके थाने का कार्ड अभी बना नहीं, उसे टेंपलेट का चित्र जाता है। कितने हैं, प्रारूप बताता है।',
          'Whose station the list does not say, or whose station’s card is not made yet, gets the picture of the template. The draft says how many.',
        ],
      },
    ),
    {
      row: 'text',
      kept: 'texts',
      usual: false,
      note: 'WhatsApp: the card of each recipient’s station in place of the template’s picture',
    },
  ),
  onlyLanguage: field(
    choice(
      ['केवल इस भाषा के', 'Only of this language'],
      { hi: ['हिंदी', 'Hindi'], en: ['अंग्रेज़ी', 'English'] },
      { maybe: true, none: ['सभी भाषाएँ', 'All languages'] },
    ),
    { row: 'list', kept: 'selection', usual: null, said: { at: 'fact' } },
  ),
  onlyReached: field(
    {
      ...flag(['पहले का प्रसारण', 'Earlier blasts'], {
        maybe: true,
        none: ['सभी, पहुँचा हो या नहीं', 'All, reached or not'],
      }),
      options: {
        true: ['केवल जिन तक पहले पहुँचा', 'Only whom one reached before'],
        false: ['केवल जिन तक अब तक नहीं पहुँचा', 'Only whom none has reached yet'],
      },
    },
    {
      row: 'list',
      kept: 'selection',
      usual: null,
      said: { at: 'fact' },
      note: 'True: only those whom an earlier blast reached; false: only the others',
    },
  ),
  canarySize: field(
    count(['पहले कितनों पर परखें', 'Try it on how many first'], {
      maybe: true,
      max: 100_000,
      hint: [
        'इतने नंबरों पर पहुँचने के बाद ही शेष जाते हैं; न पहुँचें तो प्रसारण रुक जाता है। 0: परखे बिना। खाली: सूची के अनुसार',
        'The rest goes only once these have arrived; otherwise the blast pauses. 0: no trial. Empty: as fits the list',
      ],
    }),
    {
      row: 'hours',
      kept: 'policy',
      usual: null,
      fault: ['0 से 1,00,000 तक की संख्या लिखें', 'Write a number from 0 to 1,00,000'],
      said: {
        at: 'fact',
        label: ['परीक्षण-समूह', 'Trial group'],
        as: (value) =>
          value === '0'
            ? ['नहीं, सब एक साथ', 'none, all at once']
            : [
                `पहले ${value} नंबर, पहुँचने पर शेष`,
                `first ${value} numbers, the rest once these arrive`,
              ],
      },
      note: 'First recipients that go alone; null for as many as fit the list',
    },
  ),
  capMessages: field(
    count(['कितने संदेश', 'How many messages'], {
      maybe: true,
      min: 1,
      max: 100,
      hint: ['खाली: कोई सीमा नहीं', 'Empty: no cap'],
    }),
    {
      row: 'cap',
      kept: 'selection',
      usual: 1,
      fault: [
        '1 से 100 तक की संख्या लिखें, या खाली छोड़ें',
        'Write a number from 1 to 100, or leave it empty',
      ],
      note: 'Messages of all blasts together that one number gets in capDays; null for no cap',
    },
  ),
  capDays: field(count(['कितने दिन में', 'In how many days'], { min: 1, max: 366 }), {
    row: 'cap',
    kept: 'selection',
    usual: 7,
    fault: ['1 से 366 तक की संख्या लिखें', 'Write a number from 1 to 366'],
  }),
  skipReceived: field(
    choice(['जिन्हें पहले मिल चुका है', 'Those who got one before'], {
      nobody: ['उन्हें भी भेजें', 'send to them too'],
      blasts: ['जिन्हें चुने हुए प्रसारण मिले, उन्हें छोड़ें', 'leave out who got the chosen blasts'],
      any: [
        'जिन्हें इस अभियान का कोई भी प्रसारण मिला, उन्हें छोड़ें',
        'leave out who got any blast of this campaign',
      ],
    }),
    {
      row: 'cap',
      kept: 'selection',
      usual: 'nobody',
      said: { at: 'fact' },
      copied: true,
      note: 'Leaves out who got these blasts before',
    },
  ),
  budgetPaise: field(
    money(['व्यय की सीमा (रुपये)', 'Ceiling of the cost (rupees)'], {
      maybe: true,
      none: ['कोई सीमा नहीं', 'no ceiling'],
      hint: [
        'इस पर पहुँचते ही प्रसारण रुक जाता है। खाली: कोई सीमा नहीं।',
        'The blast pauses when it is reached. Empty: no ceiling.',
      ],
    }),
    {
      row: 'cost',
      kept: 'draft',
      usual: null,
      fault: ['रुपयों में राशि लिखें, जैसे 5,000', 'Write a sum in rupees, such as 5,000'],
      said: { at: 'lead', as: (value) => [`सीमा ${value}`, `ceiling ${value}`] },
      reported: ['व्यय की सीमा', 'Ceiling of cost'],
    },
  ),
} as const;

export type DraftFieldName = keyof typeof draftFields;
export type DraftValues = {
  [Name in DraftFieldName]: FieldValue<(typeof draftFields)[Name]>;
};
/** Names of the fields that a part of the kept draft has. */
export type KeptIn<Part extends Rules<unknown>['kept']> = {
  [Name in DraftFieldName]: (typeof draftFields)[Name] extends { kept: Part } ? Name : never;
}[DraftFieldName];

/** Those by which a list is narrowed, and which a target group remembers. */
export const groupFields = ['onlyLanguage', 'onlyReached'] as const;

export const draftFieldNames = Object.keys(draftFields) as DraftFieldName[];
export const draftFieldOf = (name: DraftFieldName): DraftField => draftFields[name];

export const isDraftField = (name: string): name is DraftFieldName => name in draftFields;

/** The fields of a draft in which nothing is chosen yet. */
export const usualChoices = Object.fromEntries(
  draftFieldNames.flatMap((name) => {
    const { usual }: DraftField = draftFields[name];
    return usual === undefined ? [] : [[name, usual]];
  }),
) as Omit<DraftValues, 'name'>;

/** Makes something of each field, or of each that a part of the kept draft has. */
export function ofEachField<Made>(
  make: (field: DraftField, name: DraftFieldName) => Made,
  part?: Rules<unknown>['kept'],
): Record<string, Made> {
  return Object.fromEntries(
    draftFieldNames
      .filter((name) => part === undefined || draftFields[name].kept === part)
      .map((name) => [name, make(draftFields[name], name)]),
  );
}

/** Picks what a part of the kept draft has of an officer's choices. */
export function pickKept<Part extends Rules<unknown>['kept']>(
  values: Pick<DraftValues, KeptIn<Part>>,
  part: Part,
): Pick<DraftValues, KeptIn<Part>> {
  return ofEachField((_, name) => values[name as KeptIn<Part>], part) as never;
}

/** Picks what a target group remembers besides districts. */
export function pickGroup(values: DraftValues): Pick<DraftValues, (typeof groupFields)[number]> {
  return Object.fromEntries(groupFields.map((name) => [name, values[name]])) as never;
}

/** The draft names the blasts whose recipients it leaves out. */
export function choosesBlasts({ skipReceived }: { skipReceived: string }): boolean {
  return skipReceived === 'blasts';
}

export type Budgeted = Pick<DraftValues, 'budgetPaise'>;

/** Rest of the ceiling of a blast's cost; below 0 it is passed. Null where there is none. */
export function leftOfBudget({ budgetPaise }: Budgeted, spentPaise = 0): number | null {
  return budgetPaise === null ? null : budgetPaise - spentPaise;
}

/** The ceiling for what follows on a blast; null where nothing is left for it. */
export function restOfBudget(blast: Budgeted, spentPaise: number): Budgeted | null {
  const left = leftOfBudget(blast, Math.ceil(spentPaise));
  return left !== null && left <= 0 ? null : { budgetPaise: left };
}

export function isOverBudget(blast: Budgeted, spentPaise: number): boolean {
  return (leftOfBudget(blast, spentPaise) ?? 0) < 0;
}

type KeptDraft = Record<'selection' | 'policy', object>;

/** The declared fields of a kept draft; those of its texts are not among them. */
export function readDraftFields(draft: KeptDraft): Partial<Record<DraftFieldName, unknown>> {
  const values: Record<string, unknown> = { ...draft, ...draft.selection, ...draft.policy };
  return values;
}
