import { expect, test } from 'vitest';
import { splitClassLink } from '../../../campaigns/links/class-link.ts';
import { encodeCode } from '../../../campaigns/links/short-code.ts';

const code = encodeCode({ serial: 12_345, channel: 'sms' });

test.each([
  ['a mark behind a code', `${code}0Z`, { code, mark: '0Z' }],
  ['the same in lower case with a full stop', `${code.toLowerCase()}0z.`, { code, mark: '0Z' }],
  ['a code alone', code, { code, mark: '' }],
  ['one symbol too many', `${code}0`, { code: `${code}0`, mark: '' }],
  ['no symbols of ours', `${code}AE`, { code: `${code}AE`, mark: '' }],
  ['an invalid code', '1111110Z', { code: '1111110Z', mark: '' }],
])('%s', (_, typed, found) => {
  expect(splitClassLink(typed)).toEqual(found);
});
