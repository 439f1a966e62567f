import type { Bilingual } from '../bilingual.ts';
import type { Expected, OverrideFault } from '../directory/override-fault.ts';
import { overrideActions, overrideColumns } from '../directory/override-table.ts';
import { stationKinds } from '../directory/station.ts';
import { languageFacts } from '../language.ts';
import { nameFaultWords } from './name-fault-words.ts';

type Words = Bilingual | ((expected: never) => Bilingual);
type Of<Code extends Expected['code']> = Extract<Expected, { code: Code }>;

/** Expectations for a row or a file. A district's files are put into a folder by people who read English. */
const words = {
  ...nameFaultWords,
  action: {
    hi: 'जोड़ें, नाम बदलें, हटाएँ या जाँच लिया',
    en: `one of ${overrideActions.join(', ')}`,
  },
  kind: {
    hi: 'क्षेत्रीय, महिला, पर्यटन, जी.आर.पी. या साइबर',
    en: `one of ${stationKinds.join(', ')}`,
  },
  'new-name': { hi: 'हिंदी या अंग्रेज़ी में नया नाम', en: 'a new name in name_hi or name_en' },
  'unique-name': {
    hi: 'ऐसा नाम जो जनपद के किसी अन्य थाने का न हो',
    en: 'a name that no other station of the district has',
  },
  'own-name': ({ language }: Of<'own-name'>) => {
    const en = `the name in ${languageFacts[language].name.en}`;
    return { hi: language === 'hi' ? 'हिंदी में नाम' : en, en };
  },
  'english-name': { hi: 'अंग्रेज़ी में नाम', en: 'the name in English' },
  'same-name': ({ name }: Of<'same-name'>) => ({
    hi: 'वही नाम या खाली खाना (नया नाम “नाम बदलें” से लिखें)',
    en: `"${name}" or an empty cell (a new name needs the action rename)`,
  }),
  'known-station': ({ near }: Of<'known-station'>) => ({
    hi: `जनपद के किसी थाने का नाम${hint(near, 'संभवतः')}`,
    en: `the id or Hindi name of a station of the district${hint(near, 'perhaps')}`,
  }),
  'unused-id': { hi: 'ऐसा थाना जो सूची में पहले से न हो', en: 'an id that is not in use' },
  'station-id': {
    hi: 'a-z, 0-9 और हाइफ़न से बनी आईडी, अथवा खाली खाना',
    en: 'an id of a-z, 0-9 and single hyphens, or an empty cell',
  },
  'station-once': { hi: 'प्रत्येक थाना एक ही बार', en: 'each station once' },
  heading: {
    hi: 'पहली पंक्ति में स्तंभों के शीर्षक',
    en: `a heading: ${overrideColumns.join(', ')}`,
  },
  'known-column': { hi: 'प्रपत्र के स्तंभ', en: `one of the columns ${overrideColumns.join(', ')}` },
  'column-once': { hi: 'प्रत्येक स्तंभ एक ही बार', en: 'each column once' },
  column: ({ column }: Of<'column'>) => ({
    hi: column === 'action' ? 'स्तंभ “कार्य”' : 'स्तंभ “थाना”',
    en: `a column "${column}"`,
  }),
  'no-cell': {
    hi: 'खाली खाना, क्योंकि इस स्तंभ का शीर्षक नहीं है',
    en: 'an empty cell, since the column has no heading',
  },
  'row-count': ({ most }: Of<'row-count'>) => ({
    hi: `अधिकतम ${most} पंक्तियाँ`,
    en: `at most ${most} rows`,
  }),
  'cell-length': ({ most }: Of<'cell-length'>) => ({
    hi: `अधिकतम ${most} वर्ण`,
    en: `at most ${most} characters`,
  }),
  'file-kind': inEnglish('a .csv or .xlsx file'),
  'one-file': inEnglish('one file a district'),
  'district-id': ({ near }: Of<'district-id'>) =>
    inEnglish(`a district's id before the dot${hint(near, 'perhaps')}`),
  'readable-file': inEnglish('a file that can be read'),
} satisfies Record<Expected['code'], Words>;

/** Says the expectation for a row in both languages. */
export function sayExpected(expected: Expected): Bilingual {
  const said: Words = words[expected.code];
  return typeof said === 'function' ? said(expected as never) : said;
}

/** Where and what, in one sentence. */
export function describeFault(fault: OverrideFault): string {
  const { file, sheet, row, column, expected, found } = fault;
  const place = [
    file,
    sheet === null ? '' : `sheet "${sheet}"`,
    row === null ? '' : `row ${row}`,
    column === null ? '' : `column ${column}`,
  ];
  const sentence =
    expected.code === 'readable-file'
      ? `${found.slice(0, 1).toLowerCase()}${found.slice(1)}`
      : `expected ${sayExpected(expected).en}, got ${found || 'nothing'}`;
  return `${place.filter(Boolean).join(', ')}: ${sentence}`;
}

function hint(near: readonly string[], word: string): string {
  return near.length === 0 ? '' : ` (${word} ${near.join(', ')})`;
}

function inEnglish(en: string): Bilingual {
  return { hi: en, en };
}

export function unreadableList(reason: string): Bilingual {
  return {
    hi: 'यह सूची पढ़ी नहीं जा सकी; CSV (UTF-8) या XLSX फ़ाइल चाहिए',
    en: `This list cannot be read: ${reason}`,
  };
}
