import { describe, expect, it } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { applyOverrides } from '../../../campaigns/directory/overrides.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';
import { describeFault, sayExpected } from '../../../campaigns/words/override-fault-words.ts';

const directory = loadBaseDirectory();
const before = JSON.stringify(directory);
const head = 'action,station,name_hi,name_en,kind,remark';

function apply(text: string, sheet: string | null = null) {
  return applyOverrides(directory, 'sitapur', { file: 'sitapur.csv', sheet, rows: parseCsv(text) });
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

type Malformed = { label: string; row: string; column: string; expected: RegExp; found?: RegExp };

/** Each stands between two good rows. */
const malformed: Malformed[] = [
  {
    label: 'an unknown action',
    row: 'delete,mishrit,,,,',
    column: 'action',
    expected: /add, rename, remove, checked/,
    found: /^delete$/,
  },
  { label: 'no action', row: ',mishrit,,,,', column: 'action', expected: /add, rename/ },
  {
    label: 'an unknown station',
    row: 'remove,mishrikh-x,,,,',
    column: 'station',
    expected: /id or Hindi name.*perhaps mishrit/,
  },
  { label: 'no station', row: 'checked,,,,,', column: 'station', expected: /id or Hindi name/ },
  {
    label: 'a station of another district',
    row: 'remove,hazratganj,,,,',
    column: 'station',
    expected: /of the district/,
    found: /hazratganj/,
  },
  {
    label: 'a rename without a name',
    row: 'rename,mishrit,,,,',
    column: 'name_hi',
    expected: /new name/,
  },
  {
    label: 'a check with another name',
    row: 'checked,mishrit,मिसरिख,,,',
    column: 'name_hi',
    expected: /मिश्रिख.*rename/,
    found: /मिसरिख/,
  },
  {
    label: 'an addition without a Hindi name',
    row: 'add,,,Naya,,',
    column: 'name_hi',
    expected: /name in Hindi/,
  },
  {
    label: 'an addition without an English name',
    row: 'add,,नया,,,',
    column: 'name_en',
    expected: /name in English/,
  },
  {
    label: 'an unknown kind',
    row: 'add,,नया,Naya,traffic,',
    column: 'kind',
    expected: /territorial, mahila/,
    found: /traffic/,
  },
  {
    label: 'an id with a capital',
    row: 'add,Naya_1,नया,Naya,,',
    column: 'station',
    expected: /a-z, 0-9/,
  },
  {
    label: 'an id that is a path',
    row: 'add,../../etc,नया,Naya,,',
    column: 'station',
    expected: /a-z, 0-9/,
  },
  {
    label: 'an id that is in use',
    row: 'add,mishrit,नया,Naya,,',
    column: 'station',
    expected: /not in use/,
    found: /मिश्रिख/,
  },
  {
    label: 'a name that is in use',
    row: 'add,,मिश्रिख,Naya,,',
    column: 'name_hi',
    expected: /no other station/,
    found: /mishrit/,
  },
  {
    label: 'a rename to a name in use',
    row: 'rename,mishrit,कोतवाली,,,',
    column: 'name_hi',
    expected: /no other station/,
  },
  {
    label: 'a joiner',
    row: 'rename,mishrit,मिश्\u200dरिख,,,',
    column: 'name_hi',
    expected: /joiners/,
    found: /\[U\+200D\]/,
  },
  {
    label: 'a non-joiner',
    row: 'rename,mishrit,मिश्\u200cरिख,,,',
    column: 'name_hi',
    expected: /joiners/,
    found: /\[U\+200C\]/,
  },
  {
    label: 'a zero-width space',
    row: 'rename,mishrit,मिश्रिख\u200b,,,',
    column: 'name_hi',
    expected: /hidden/,
    found: /\[U\+200B\]/,
  },
  {
    label: 'a mark of writing direction',
    row: 'rename,mishrit,\u202eमिश्रिख,,,',
    column: 'name_hi',
    expected: /hidden/,
  },
  {
    label: 'a Latin letter that looks alike',
    row: 'rename,mishrit,मिश्रिखI,,,',
    column: 'name_hi',
    expected: /Devanagari/,
    found: /I/,
  },
  {
    label: 'a Cyrillic letter in English',
    row: 'rename,mishrit,,Mіsrikh,,',
    column: 'name_en',
    expected: /Latin letters/,
  },
  {
    label: 'a Hindi name under English',
    row: 'rename,mishrit,,मिश्रिख,,',
    column: 'name_en',
    expected: /Latin letters/,
  },
  {
    label: 'an English name under Hindi',
    row: 'rename,mishrit,Misrikh,,,',
    column: 'name_hi',
    expected: /Devanagari/,
  },
  {
    label: 'two spaces',
    row: 'rename,mishrit,नया  नगर,,,',
    column: 'name_hi',
    expected: /single plain spaces/,
    found: /␣␣/,
  },
  {
    label: 'a no-break space',
    row: 'rename,mishrit,नया\u00a0नगर,,,',
    column: 'name_hi',
    expected: /single plain spaces/,
    found: /U\+00A0/,
  },
  {
    label: 'a space at the end',
    row: 'rename,mishrit,नया ,,,',
    column: 'name_hi',
    expected: /beginning or end/,
    found: /␣/,
  },
  {
    label: 'a space at the beginning',
    row: 'rename,mishrit, नया,,,',
    column: 'name_hi',
    expected: /beginning or end/,
  },
  {
    label: 'a name of one space',
    row: 'rename,mishrit, ,,,',
    column: 'name_hi',
    expected: /beginning or end/,
  },
  {
    label: 'a control character',
    row: 'rename,mishrit,नया\u0007,,,',
    column: 'name_hi',
    expected: /control/,
    found: /U\+0007/,
  },
  {
    label: 'a line end inside a name',
    row: 'rename,mishrit,"नया\nनगर",,,',
    column: 'name_hi',
    expected: /control/,
  },
  {
    label: 'a vowel sign without a letter',
    row: 'rename,mishrit,िमश्रख,,,',
    column: 'name_hi',
    expected: /vowel sign/,
    found: /◌/,
  },
  {
    label: 'a vowel sign after a space',
    row: 'rename,mishrit,नगर ीनया,,,',
    column: 'name_hi',
    expected: /vowel sign/,
  },
  {
    label: 'two vowel signs',
    row: 'rename,mishrit,नयाा,,,',
    column: 'name_hi',
    expected: /vowel sign/,
  },
  {
    label: 'a vowel sign on a vowel',
    row: 'rename,mishrit,अाजम,,,',
    column: 'name_hi',
    expected: /vowel sign/,
  },
  { label: 'two nasals', row: 'rename,mishrit,गांंव,,,', column: 'name_hi', expected: /nasal/ },
  {
    label: 'a virama before a vowel sign',
    row: 'rename,mishrit,नय्ा,,,',
    column: 'name_hi',
    expected: /virama/,
  },
  {
    label: 'a nukta where none belongs',
    row: 'rename,mishrit,म़ऊ,,,',
    column: 'name_hi',
    expected: /nukta/,
  },
  { label: 'a danda', row: 'rename,mishrit,नया।,,,', column: 'name_hi', expected: /full stops/ },
  {
    label: 'a stroke for a vowel sign',
    row: 'rename,mishrit,नय|,,,',
    column: 'name_hi',
    expected: /full stops/,
  },
  {
    label: 'a formula',
    row: 'rename,mishrit,,=HYPERLINK(1),,',
    column: 'name_en',
    expected: /letters, digits/,
  },
  {
    label: 'digits alone',
    row: 'rename,mishrit,20,,,',
    column: 'name_hi',
    expected: /Hindi letter/,
  },
  {
    label: 'an error of Excel',
    row: 'rename,mishrit,#REF!,,,',
    column: 'name_hi',
    expected: /Devanagari/,
  },
  {
    label: 'a name of 90 characters',
    row: `rename,mishrit,${'नगर'.repeat(30)},,,`,
    column: 'name_hi',
    expected: /at most 80/,
  },
  {
    label: 'a remark of 600 characters',
    row: `checked,mishrit,,,,${'x'.repeat(600)}`,
    column: 'remark',
    expected: /at most 500/,
    found: /600/,
  },
  {
    label: 'a cell without a heading',
    row: 'checked,mishrit,,,,,extra',
    column: '7',
    expected: /no heading/,
    found: /extra/,
  },
  {
    label: 'a second word on a station',
    row: 'checked,sakran,,,,',
    column: 'station',
    expected: /each station once/,
    found: /rows 2 and 3/,
  },
];

describe('a malformed row', () => {
  it.each(malformed)('with $label is reported, and its neighbours are kept', (entry) => {
    const good = ['checked,sakran,,,,', 'remove,mahila-thana,,,,'];
    const outcome = apply([head, good[0], entry.row, good[1]].join('\n'), 'पत्रक');
    expect(outcome.applied.map(({ station }) => station)).toEqual(['sakran', 'mahila-thana']);
    expect(outcome.faults).toHaveLength(1);
    const [fault] = outcome.faults;
    expect(fault).toMatchObject({
      file: 'sitapur.csv',
      sheet: 'पत्रक',
      row: 3,
      column: entry.column,
    });
    expect(fault && sayExpected(fault.expected).en).toMatch(entry.expected);
    expect(fault?.found).toMatch(entry.found ?? /^/);
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
    { label: 'nothing at all', text: '', expected: /a heading/, found: /nothing/ },
    {
      label: 'no action',
      text: 'station,name_hi\nmishrit,x',
      expected: /column "action"/,
      found: /none/,
    },
    {
      label: 'no station',
      text: 'action,name_hi\nadd,x',
      expected: /column "station"/,
      found: /none/,
    },
    {
      label: 'an unknown column',
      text: 'action,station,pin\nremove,mishrit,1',
      expected: /one of the columns/,
      found: /pin/,
    },
    {
      label: 'a column twice',
      text: 'action,station,थाना\nremove,mishrit,x',
      expected: /each column once/,
      found: /station/,
    },
    {
      label: '2,001 rows',
      text: `action,station\n${'remove,mishrit\n'.repeat(2001)}`,
      expected: /at most 2000/,
      found: /2001/,
    },
  ])('with $label changes nothing', ({ text, expected, found }) => {
    const outcome = apply(text);
    expect(outcome.applied).toEqual([]);
    expect(outcome.directory).toEqual(directory);
    expect(outcome.faults).toHaveLength(1);
    const [fault] = outcome.faults;
    expect(fault && sayExpected(fault.expected).en).toMatch(expected);
    expect(outcome.faults[0]?.found).toMatch(found);
  });
});
