import { expect, test } from 'vitest';
import { checkPassword } from '../../../../messaging/people/accounts/password.ts';

test.each([
  ['a common one with figures behind it', 'password123456'],
  ['a common one dressed up', 'Password@1234'],
  ['a row of keys', 'qwertyuiop123'],
  ['figures in order', '123456789012'],
  ['the own force and the year', 'uppolice@2019'],
  ['signs over and over', 'abcdeabcdeabcde'],
  ['the app and the year', 'UPCOP@2019...'],
  ['the force, dressed up', 'UPPolice@2024!!'],
  ['a district and figures', 'Lucknow@12345'],
  ['a district twice', 'Lucknow2019Lucknow'],
  ['a district of two words', 'Gautam Buddha 2019'],
  ['a station and the year', 'hazratganj@2019'],
  ['a slogan', 'JaiShriRam@2024'],
  ['a slogan in words', 'Jai Hind 2019 Jai'],
  ['a name that all know', 'Sachin@tendulkar10'],
  ['rows of keys, slanting', '1qaz2wsx3edc4rfv'],
  ['the word itself in Hindi', 'पासवर्ड12345678'],
  ['a slogan in Hindi', 'जयश्रीराम12345'],
  ['the state in Hindi', 'उत्तरप्रदेश2019'],
  ['a district in Hindi', 'लखनऊ@123456789'],
])('%s is refused as common', (_, password) => {
  expect(() => checkPassword(password, [])).toThrow('easily guessed');
});

test.each([
  ['one below the length', 'neem-4471'],
  ['one above the length', 'नीम '.repeat(40)],
])('%s is refused as weak', (_, password) => {
  expect(() => checkPassword(password, ['Ramesh Kumar', 'ramesh@police.example'])).toThrow(
    '12 to 128',
  );
});

test.each([
  ['the own name', 'ramesh-tulsi-4471-neem'],
  ['the own name in signs that look like it', 'R@mesh-tulsi-4471-neem'],
  ['the own name in Hindi', 'रमेश-तुलसी-4471-नीम'],
  ['the own address', 'kumar.r-tulsi-4471'],
])('%s is refused, and told so', (_, password) => {
  const own = ['Ramesh रमेश', 'kumar.r@police.example'];
  expect(() => checkPassword(password, own)).toThrow('your name or e-mail');
});

test.each([
  'कुंजी-tulsi-4471-neem',
  'peepal-2291-ganga',
  'mango river seven kite',
  'सात घोड़े नदी पार',
])('%s is taken', (password) => {
  expect(() => checkPassword(password, ['Ramesh Kumar'])).not.toThrow();
});
