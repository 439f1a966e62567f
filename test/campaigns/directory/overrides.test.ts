import { describe, expect, it } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { readOverrideTable } from '../../../campaigns/directory/override-table.ts';
import { applyOverrides } from '../../../campaigns/directory/overrides.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';
import { describeFault, sayExpected } from '../../../campaigns/words/override-fault-words.ts';

const directory = loadBaseDirectory();
const before = JSON.stringify(directory);
const head = 'action,station,name_hi,name_en,kind,remark';

function apply(text: string, sheet: string | null = null) {
  return applyOverrides(
    directory,
    'sitapur',
    readOverrideTable({ file: 'sitapur.csv', sheet, rows: parseCsv(text) }),
  );
}
function find(outcome: ReturnType<typeof apply>, id: string) {
  return stationsOf(outcome.directory, 'sitapur').find((station) => station.id === id);
}

describe("a district's corrections", () => {
  it('renames a station, keeps its id and kind, and settles its name', () => {
    const outcome = apply(`${head}\nrename,mishrit,मिसरिख,Misrikh Nagar,,पत्र 12\n`);
    expect(outcome.faults).toEqual([]);
    expect(find(outcome, 'mishrit')).toEqual({
      district: 'sitapur',
      id: 'mishrit',
      kind: 'territorial',
      nameHi: 'मिसरिख',
      nameEn: 'Misrikh Nagar',
      evidence: 'district',
      notes: [],
      needsCheck: false,
    });
    expect(outcome.applied).toEqual([
      {
        file: 'sitapur.csv',
        row: 2,
        action: 'rename',
        district: 'sitapur',
        station: 'mishrit',
        before: 'मिश्रिख',
        after: 'मिसरिख',
        nameUr: null,
        remark: 'पत्र 12',
      },
    ]);
  });

  it('changes only the name that is given', () => {
    const outcome = apply(`${head}\nrename,mishrit,,Misrikh Town,,\n`);
    expect(find(outcome, 'mishrit')).toMatchObject({ nameHi: 'मिश्रिख', nameEn: 'Misrikh Town' });
  });

  it('adds a station with an id from its English name, at the end of its district', () => {
    const outcome = apply(`${head}\nadd,,नया नगर,Naya Nagar,,\nadd,second,दूसरा,Second,महिला,\n`);
    expect(outcome.faults).toEqual([]);
    const stations = stationsOf(outcome.directory, 'sitapur');
    expect(stations.slice(-2).map(({ id, kind }) => [id, kind])).toEqual([
      ['naya-nagar', 'territorial'],
      ['second', 'mahila'],
    ]);
    const all = outcome.directory.stations.map(({ district }) => district);
    expect(all).toEqual([...all].sort());
  });

  it('removes a station that is called by its Hindi name', () => {
    const outcome = apply(`${head}\nremove,महिला थाना,,,,\n`);
    expect(find(outcome, 'mahila-thana')).toBeUndefined();
    expect(outcome.directory.stations).toHaveLength(1728);
  });

  it('takes a name as checked', () => {
    const outcome = apply(`${head}\nchecked,mishrit,,,,\n`);
    expect(find(outcome, 'mishrit')).toMatchObject({ evidence: 'district', needsCheck: false });
  });

  it('reads Hindi headings and words, in any order of columns', () => {
    const text =
      'हिन्दी नाम,थाना,कार्य\n,mishrit,जाँच लिया\nमिसरिख नगर,sakran,नाम बदलें\n,महिला थाना,हटाएं\n';
    const outcome = apply(text);
    expect(outcome.applied.map(({ action }) => action)).toEqual(['checked', 'rename', 'remove']);
  });

  it('stores names in NFC, so that one name has one spelling', () => {
    const outcome = apply(
      `${head}\nrename,mishrit,${'गढ़'.normalize('NFD')} ऩगर,Garh,,\n`.replace('ऩ', 'न'),
    );
    expect(outcome.faults).toEqual([]);
    const name = find(outcome, 'mishrit')?.nameHi ?? '';
    expect(name).toBe(name.normalize('NFC'));
  });

  it('leaves the directory that it was given as it was', () => {
    apply(`${head}\nremove,mishrit,,,,\nadd,,नया नगर,Naya Nagar,,\n`);
    expect(JSON.stringify(directory)).toBe(before);
  });

  it('leaves every other district as it was', () => {
    const outcome = apply(`${head}\nremove,mishrit,,,,\nadd,,नया नगर,Naya Nagar,,\n`);
    const others = (all: typeof directory) =>
      all.stations.filter(({ district }) => district !== 'sitapur');
    expect(others(outcome.directory)).toEqual(others(directory));
  });
});

type Malformed = [label: string, row: string, column: string, expected: RegExp, found?: RegExp];

/** Each is between two good rows. */
const malformed: Malformed[] = [
  ['an unknown action', 'delete,mishrit,,,,', 'action', /add, rename, remove, checked/, /^delete$/],
  ['no action', ',mishrit,,,,', 'action', /add, rename/],
  ['an unknown station', 'remove,mishrikh-x,,,,', 'station', /id or Hindi name.*perhaps mishrit/],
  ['no station', 'checked,,,,,', 'station', /id or Hindi name/],
  [
    'a station of another district',
    'remove,hazratganj,,,,',
    'station',
    /of the district/,
    /hazratganj/,
  ],
  ['a rename without a name', 'rename,mishrit,,,,', 'name_hi', /new name/],
  ['a check with another name', 'checked,mishrit,मिसरिख,,,', 'name_hi', /मिश्रिख.*rename/, /मिसरिख/],
  ['an addition without a Hindi name', 'add,,,Naya,,', 'name_hi', /name in Hindi/],
  ['an addition without an English name', 'add,,नया,,,', 'name_en', /name in English/],
  ['an unknown kind', 'add,,नया,Naya,traffic,', 'kind', /territorial, mahila/, /traffic/],
  ['an id with a capital', 'add,Naya_1,नया,Naya,,', 'station', /a-z, 0-9/],
  ['an id that is a path', 'add,../../etc,नया,Naya,,', 'station', /a-z, 0-9/],
  ['an id that is in use', 'add,mishrit,नया,Naya,,', 'station', /not in use/, /मिश्रिख/],
  ['a name that is in use', 'add,,मिश्रिख,Naya,,', 'name_hi', /no other station/, /mishrit/],
  ['a rename to a name in use', 'rename,mishrit,कोतवाली,,,', 'name_hi', /no other station/],
  ['a joiner', 'rename,mishrit,मिश्\u200dरिख,,,', 'name_hi', /joiners/, /\[U\+200D\]/],
  ['a non-joiner', 'rename,mishrit,मिश्\u200cरिख,,,', 'name_hi', /joiners/, /\[U\+200C\]/],
  ['a zero-width space', 'rename,mishrit,मिश्रिख\u200b,,,', 'name_hi', /hidden/, /\[U\+200B\]/],
  ['a mark of writing direction', 'rename,mishrit,\u202eमिश्रिख,,,', 'name_hi', /hidden/],
  ['a Latin letter that looks alike', 'rename,mishrit,मिश्रिखI,,,', 'name_hi', /Devanagari/, /I/],
  ['a Cyrillic letter in English', 'rename,mishrit,,Mіsrikh,,', 'name_en', /Latin letters/],
  ['a Hindi name under English', 'rename,mishrit,,मिश्रिख,,', 'name_en', /Latin letters/],
  ['an English name under Hindi', 'rename,mishrit,Misrikh,,,', 'name_hi', /Devanagari/],
  ['two spaces', 'rename,mishrit,नया  नगर,,,', 'name_hi', /single plain spaces/, /␣␣/],
  [
    'a no-break space',
    'rename,mishrit,नया\u00a0नगर,,,',
    'name_hi',
    /single plain spaces/,
    /U\+00A0/,
  ],
  ['a space at the end', 'rename,mishrit,नया ,,,', 'name_hi', /beginning or end/, /␣/],
  ['a space at the beginning', 'rename,mishrit, नया,,,', 'name_hi', /beginning or end/],
  ['a name of one space', 'rename,mishrit, ,,,', 'name_hi', /beginning or end/],
  ['a control character', 'rename,mishrit,नया\u0007,,,', 'name_hi', /control/, /U\+0007/],
  ['a line end inside a name', 'rename,mishrit,"नया\nनगर",,,', 'name_hi', /control/],
  ['a vowel sign without a letter', 'rename,mishrit,िमश्रख,,,', 'name_hi', /vowel sign/, /◌/],
  ['a vowel sign after a space', 'rename,mishrit,नगर ीनया,,,', 'name_hi', /vowel sign/],
  ['two vowel signs', 'rename,mishrit,नयाा,,,', 'name_hi', /vowel sign/],
  ['a vowel sign on a vowel', 'rename,mishrit,अाजम,,,', 'name_hi', /vowel sign/],
  ['two nasals', 'rename,mishrit,गांंव,,,', 'name_hi', /nasal/],
  ['a virama before a vowel sign', 'rename,mishrit,नय्ा,,,', 'name_hi', /virama/],
  ['a nukta where none belongs', 'rename,mishrit,म़ऊ,,,', 'name_hi', /nukta/],
  ['a danda', 'rename,mishrit,नया।,,,', 'name_hi', /full stops/],
  ['a stroke for a vowel sign', 'rename,mishrit,नय|,,,', 'name_hi', /full stops/],
  ['a formula', 'rename,mishrit,,=HYPERLINK(1),,', 'name_en', /letters, digits/],
  ['digits alone', 'rename,mishrit,20,,,', 'name_hi', /Hindi letter/],
  ['an error of Excel', 'rename,mishrit,#REF!,,,', 'name_hi', /Devanagari/],
  ['a name of 90 characters', `rename,mishrit,${'नगर'.repeat(30)},,,`, 'name_hi', /at most 80/],
  [
    'a remark of 600 characters',
    `checked,mishrit,,,,${'x'.repeat(600)}`,
    'remark',
    /at most 500/,
    /600/,
  ],
  ['a cell without a heading', 'checked,mishrit,,,,,extra', '7', /no heading/, /extra/],
  [
    'a second word on a station',
    'checked,sakran,,,,',
    'station',
    /each station once/,
    /rows 2 and 3/,
  ],
];

describe('a malformed row', () => {
  it.each(malformed)('with %s is reported, and its neighbours are kept', (_, row, ...due) => {
    const [column, expected, found = /^/] = due;
    const good = ['checked,sakran,,,,', 'remove,mahila-thana,,,,'];
    const outcome = apply([head, good[0], row, good[1]].join('\n'), 'पत्रक');
    expect(outcome.applied.map(({ station }) => station)).toEqual(['sakran', 'mahila-thana']);
    expect(outcome.faults).toHaveLength(1);
    const [fault] = outcome.faults;
    expect(fault).toMatchObject({ file: 'sitapur.csv', sheet: 'पत्रक', row: 3, column });
    expect(fault && sayExpected(fault.expected).en).toMatch(expected);
    expect(fault?.found).toMatch(found);
    const mishrit = directory.stations.find(({ id }) => id === 'mishrit');
    expect(find(outcome, 'mishrit')).toEqual(mishrit);
  });

  it('is described in one sentence', () => {
    const [fault] = apply(`${head}\nrename,mishrit,,,,\n`, 'पत्रक').faults;
    expect(fault && describeFault(fault)).toBe(
      'sitapur.csv, sheet "पत्रक", row 2, column name_hi: expected a new name in name_hi or name_en, got nothing',
    );
  });
});

describe('a malformed heading', () => {
  it.each([
    ['nothing at all', '', /a heading/, /nothing/],
    ['no action', 'station,name_hi\nmishrit,x', /column "action"/, /none/],
    ['no station', 'action,name_hi\nadd,x', /column "station"/, /none/],
    ['an unknown column', 'action,station,pin\nremove,mishrit,1', /one of the columns/, /pin/],
    ['a column twice', 'action,station,थाना\nremove,mishrit,x', /each column once/, /station/],
    ['2,001 rows', `action,station\n${'remove,mishrit\n'.repeat(2001)}`, /at most 2000/, /2001/],
  ])('with %s changes nothing', (_, text, expected, found) => {
    const outcome = apply(text);
    expect(outcome.applied).toEqual([]);
    expect(outcome.directory).toEqual(directory);
    expect(outcome.faults).toHaveLength(1);
    const [fault] = outcome.faults;
    expect(fault && sayExpected(fault.expected).en).toMatch(expected);
    expect(outcome.faults[0]?.found).toMatch(found);
  });
});
