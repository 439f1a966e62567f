import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import type { AuditNames } from '../../../../../campaigns/words/audit-text.ts';
import { plural } from '../../../../../campaigns/words/plural.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { useConsole } from '../../ui/console-context.ts';

/** Words of the audit log, its filters and the check of its chain. */
export const auditWordsIn = inEachLanguage({
  person: ['अधिकारी का नाम', 'Officer’s name'],
  office: ['कार्यालय', 'Office'],
  thing: ['विषय', 'About'],
  fromDay: ['इस दिन से', 'From this day'],
  toDay: ['इस दिन तक', 'To this day'],
  search: ['खोजें', 'Search'],
  searchHint: [
    'नाम, ई-मेल, अभ्युक्ति या प्रविष्टि की संख्या',
    'A name, e-mail, remark or an entry’s number',
  ],
  more: ['अधिकारी, कार्यालय, विषय और दिन से छाँटें', 'Filter by officer, office, thing and day'],
  all: ['सभी', 'All'],
  shown: (shown: string, all: string) => [`${all} में से ${shown}`, `${shown} of ${all}`],
  csvOfThese: ['ये प्रविष्टियाँ सहेजें (CSV)', 'Save these entries (CSV)'],
  change: (field: string, before: string | null, after: string | null) => [
    before === null
      ? `${field}: ‘${after}’`
      : after === null
        ? `${field}: ‘${before}’ हटाया गया`
        : `${field}: ‘${before}’ से ‘${after}’`,
    before === null
      ? `${field}: ‘${after}’`
      : after === null
        ? `${field}: ‘${before}’ taken out`
        : `${field}: from ‘${before}’ to ‘${after}’`,
  ],

  show: ['दिखाएँ', 'Show'],
  csv: ['पूरा अभिलेख सहेजें (CSV)', 'Save the whole log (CSV)'],
  none: ['इस विषय की कोई प्रविष्टि नहीं है।', 'There is no entry about this.'],
  earlier: ['पहले की प्रविष्टियाँ', 'Earlier entries'],
  number: ['क्रमांक', 'No.'],
  verify: ['अभिलेख की शृंखला जाँचें', 'Check the chain of the log'],
  whole: (count: number) => [
    `शृंखला पूरी है: ${count} ${plural.hi(count, 'प्रविष्टि', 'प्रविष्टियाँ')}, कोई बदली या हटाई नहीं गई।`,
    `The chain is whole: ${count} ${plural.en(count, 'entry', 'entries')}, none changed or removed.`,
  ],
  broken: (count: number) => [
    `शृंखला ${count} जगह टूटी है। मुख्यालय को तुरंत बताएँ।`,
    `The chain is broken at ${count} ${plural.en(count, 'place', 'places')}. Tell HQ at once.`,
  ],
  faults: {
    changed: (numbers: string) => [`क्रमांक ${numbers}: बदली गई`, `No. ${numbers}: changed`],
    missing: (numbers: string) => [`क्रमांक ${numbers}: हटाई गई`, `No. ${numbers}: removed`],
    'cut-off': (numbers: string) => [
      `क्रमांक ${numbers}: अंत से हटाई गई`,
      `No. ${numbers}: removed from the end`,
    ],
  },
  moreFaults: (count: number) => [
    `और ${count} जगह।`,
    `And at ${count} more ${plural.en(count, 'place', 'places')}.`,
  ],
  others: {
    service: ['सेवा स्वयं', 'the service itself'],
    'command-line': ['सर्वर पर आदेश', 'a command on the server'],
    citizen: ['बिना साइन इन', 'not signed in'],
    vendor: ['छपाई वेंडर (लिंक से)', 'a printer by a vendor link'],
  },
});

/** The names of which the log's sentences are made; `actorRole` says who acts where nobody has a name. */
export function useAuditNames(actorRole: string): AuditNames {
  const { words, language, districts, areas: own } = useConsole();
  const others: Readonly<Record<string, string>> = auditWordsIn(language).others;
  const roles: Readonly<Record<string, string>> = { ...words.people.roles, ...others };
  const areas: Readonly<Record<string, { hi: string; en: string }>> = {
    ...own.ranges,
    ...own.zones,
  };
  return {
    language,
    nobody: others[actorRole] ?? actorRole,
    nameOfRole: (role) => roles[role],
    nameOfArea(id) {
      const district = districts.find((known) => known.id === id);
      if (district !== undefined) return pickName(district, language);
      return areas[id]?.[language];
    },
  };
}
