import { expect, test } from 'vitest';
import { draftUrdu } from '../../../campaigns/languages/urdu/transliterate.ts';

test.each([
  // Words of the table, whose letters the Devanagari does not show.
  ['हजरतगंज', 'حضرت گنج'],
  ['फतेहपुर सीकरी', 'فتح پور سیکری'],
  ['खलीलाबाद', 'خلیل آباد'],
  ['सदर बाजार', 'صدر بازار'],
  // By the sound: short vowels left out, a final e and a nasal of their own.
  ['एट', 'ایٹ'],
  ['अछनेरा', 'اچھنیرا'],
  ['पहाड़ी', 'پہاڑی'],
  ['सहसों', 'سہسوں'],
  ['भोजीपुरा', 'بھوجی پورہ'],
  // Doubled letters once, hamza between vowels, mim before a labial.
  ['श्रीदत्तगंज', 'شریدت گنج'],
  ['छत्ता', 'چھتا'],
  ['गोरई', 'گورئی'],
  ['महुआ', 'مہوا'],
  ['औरैया', 'اوریا'],
  ['सोरांव', 'سوراؤں'],
  ['बाघराय', 'باگھرائے'],
  ['गंभीरपुर', 'گمبھیر پور'],
  ['सेक्टर-142', 'سیکٹر-142'],
])('%s is drafted as %s', (hindi, urdu) => {
  expect(draftUrdu(hindi)).toBe(urdu);
});

test('a spelling that is known goes before the table', () => {
  expect(draftUrdu('लखनऊ', { लखनऊ: 'لکھنؤ' })).toBe('لکھنؤ');
});
