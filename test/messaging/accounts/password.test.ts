import { expect, test } from 'vitest';
import { checkPassword } from '../../../messaging/accounts/password.ts';

test.each([
  ['a common one with figures behind it', 'password123456'],
  ['a common one dressed up', 'Password@1234'],
  ['a row of keys', 'qwertyuiop123'],
  ['figures in order', '123456789012'],
  ['the own force and the year', 'uppolice@2019'],
  ['signs over and over', 'abcdeabcdeabcde'],
])('%s is refused as common', (_, password) => {
  expect(() => checkPassword(password, [])).toThrow('easily guessed');
});

test.each([
  ['one below the length', 'neem-4471'],
  ['one above the length', 'नीम '.repeat(40)],
  ['one with the own name', 'ramesh-tulsi-4471-neem'],
])('%s is refused as weak', (_, password) => {
  expect(() => checkPassword(password, ['Ramesh Kumar', 'ramesh@police.example'])).toThrow(
    '12 to 128',
  );
});

test.each(['कुंजी-tulsi-4471-neem', 'peepal-2291-ganga', 'सात घोड़े नदी पार'])(
  '%s is taken',
  (password) => {
    expect(() => checkPassword(password, ['Ramesh Kumar'])).not.toThrow();
  },
);
