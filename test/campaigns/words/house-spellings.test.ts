import { expect, test } from 'vitest';
import { readBulk } from '../../../campaigns/activities/bulk-table.ts';
import { spellAsHouse } from '../../../campaigns/words/house-spellings.ts';

test.each([
  ['मोबाइल नम्बर', 'मोबाइल नंबर'],
  ['ई-एफआईआर, एफ०आई०आर०', 'ई-एफ़आईआर, एफ़आईआर'],
  ['फोन, टेलीफोन, फ़ोन', 'फ़ोन, टेलीफ़ोन, फ़ोन'],
  ['कागज, काग़ज़ात', 'काग़ज़, काग़ज़ात'],
  ['पैम्फलेटों का', 'पम्पलेटों का'],
  ['ऐच्छिक', 'वैकल्पिक'],
  ['बोर्ड आयेगा, सूची बनायें, छपाई करायी गयी, नये नाम', 'बोर्ड आएगा, सूची बनाएँ, छपाई कराई गई, नए नाम'],
  ['170 मि.मी. × 5 से०मी०', '170 मिमी × 5 सेमी'],
  ['हिन्दी में सम्पर्क का सम्बन्ध', 'हिंदी में संपर्क का संबंध'],
  ['ख़ाली, मौक़ा', 'खाली, मौका'],
  ['झांसा, जांच, पहुंचा, हटाएं', 'झाँसा, जाँच, पहुँचा, हटाएँ'],
])('%s is written %s', (found, house) => {
  expect(spellAsHouse(found)).toBe(house);
  expect(spellAsHouse(house)).toBe(house);
});

test.each(['रुपये', 'स्थायी', 'उत्तरदायी', 'तकनीकी सेवायें', 'जोन', 'किराये', 'सन्नाटा', 'जन्म'])(
  '%s stays',
  (word) => expect(spellAsHouse(word)).toBe(word),
);

test('a list of the time before a word had its spelling is still read', () => {
  const text = 'दिनांक,पैम्फलेट की संख्या\n05.04.2019,5000\n';
  const file = { name: 'list.csv', bytes: Buffer.from(text) };
  const { rows } = readBulk('pamphlet', file, []);
  expect(rows[0]?.entry.details).toMatchObject({ pamphlets: 5000 });
});
