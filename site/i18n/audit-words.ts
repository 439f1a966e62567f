import { inEachLanguage } from './own-language.ts';

/** Words of the audit log's filters, in both languages. */
const hi = {
  person: 'अधिकारी का नाम',
  office: 'कार्यालय',
  thing: 'विषय',
  fromDay: 'इस दिन से',
  toDay: 'इस दिन तक',
  search: 'खोजें',
  searchHint: 'नाम, ई-मेल, अभ्युक्ति या प्रविष्टि की संख्या',
  more: 'अधिकारी, कार्यालय, विषय और दिन से छाँटें',
  all: 'सभी',
  shown: (shown: string, all: string) => `${all} में से ${shown}`,
  csvOfThese: 'ये प्रविष्टियाँ सहेजें (CSV)',
  change: (field: string, before: string | null, after: string | null) =>
    before === null
      ? `${field}: ‘${after}’`
      : after === null
        ? `${field}: ‘${before}’ हटाया गया`
        : `${field}: ‘${before}’ से ‘${after}’`,
};

type AuditWords = typeof hi;

const en: AuditWords = {
  person: 'Officer’s name',
  office: 'Office',
  thing: 'About',
  fromDay: 'From this day',
  toDay: 'To this day',
  search: 'Search',
  searchHint: 'A name, e-mail, remark or an entry’s number',
  more: 'Filter by officer, office, thing and day',
  all: 'All',
  shown: (shown, all) => `${shown} of ${all}`,
  csvOfThese: 'Save these entries (CSV)',
  change: (field, before, after) =>
    before === null
      ? `${field}: ‘${after}’`
      : after === null
        ? `${field}: ‘${before}’ taken out`
        : `${field}: from ‘${before}’ to ‘${after}’`,
};

export const auditWordsIn = inEachLanguage<AuditWords>({ hi, en });
