import type { Bilingual } from '../bilingual.ts';

/** What `campaigns/directory/overrides.ts` and `override-table.ts` expect of a row, in Hindi; quoted parts stay as they are. */
const inHindi: readonly [RegExp, string][] = [
  [/^one of add, rename, remove, checked$/, 'जोड़ें, नाम बदलें, हटाएँ या जाँच लिया'],
  [/^one of territorial.*$/, 'क्षेत्रीय, महिला, पर्यटन, जी.आर.पी. या साइबर'],
  [
    /^the id or Hindi name of a station of the district( \(perhaps (.*)\))?$/,
    'जनपद के किसी थाने का नाम$2',
  ],
  [/^each station once$/, 'प्रत्येक थाना एक ही बार'],
  [/^a new name in name_hi or name_en$/, 'हिन्दी या अंग्रेज़ी में नया नाम'],
  [/^a name that no other station of the district has$/, 'ऐसा नाम जो जनपद के किसी अन्य थाने का न हो'],
  [/^the name in Hindi$/, 'हिन्दी में नाम'],
  [/^the name in English$/, 'अंग्रेज़ी में नाम'],
  [/^an id that is not in use$/, 'ऐसा थाना जो सूची में पहले से न हो'],
  [/^an id of a-z.*$/, 'a-z, 0-9 और हाइफ़न से बनी आईडी, अथवा खाली खाना'],
  [/^".*" or an empty cell.*$/s, 'वही नाम या खाली खाना (नया नाम “नाम बदलें” से लिखें)'],
  [/^an empty cell, since the column has no heading$/, 'खाली खाना, क्योंकि इस स्तम्भ का शीर्षक नहीं है'],
  [/^at most (\d+) characters$/, 'अधिकतम $1 वर्ण'],
  [/^at most (\d+) rows$/, 'अधिकतम $1 पंक्तियाँ'],
  [/^at most (\d+) bytes$/, 'अधिकतम $1 बाइट'],
  [/^a column "action"$/, 'स्तम्भ “कार्य”'],
  [/^a column "station"$/, 'स्तम्भ “थाना”'],
  [/^a heading: .*$/, 'पहली पंक्ति में स्तम्भों के शीर्षक'],
  [/^each column once$/, 'प्रत्येक स्तम्भ एक ही बार'],
  [/^one of the columns .*$/, 'प्रपत्र के स्तम्भ'],
  [/^text in UTF-8.*$/, 'UTF-8 में पाठ (Excel में: “CSV UTF-8”)'],
];

/** What was expected of a row, in both languages. */
export function overrideExpectation(
  expected: string,
  ofNames: Readonly<Record<string, string>>,
): Bilingual {
  const known = ofNames[expected];
  if (known !== undefined) return { hi: known, en: expected };
  for (const [pattern, hi] of inHindi) {
    if (!pattern.test(expected)) continue;
    const near = expected.replace(pattern, '$2');
    const said = hi.includes('$2')
      ? hi.replace('$2', near === '' || near === expected ? '' : ` (सम्भवतः ${near})`)
      : expected.replace(pattern, hi);
    return { hi: said, en: expected };
  }
  return { hi: expected, en: expected };
}
