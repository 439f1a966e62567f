import { expect, test } from 'vitest';
import { splitClassLink } from '../../../campaigns/links/class-link.ts';
import { encodeCode } from '../../../campaigns/links/short-code.ts';

const code = encodeCode({ serial: 12_345, channel: 'sms' });

test.each([
  { label: 'a mark behind a code', typed: `${code}0Z`, found: { code, mark: '0Z' } },
  {
    label: 'the same in lower case with a full stop',
    typed: `${code.toLowerCase()}0z.`,
    found: { code, mark: '0Z' },
  },
  { label: 'a code alone', typed: code, found: { code, mark: '' } },
  { label: 'one symbol too many', typed: `${code}0`, found: { code: `${code}0`, mark: '' } },
  { label: 'no symbols of ours', typed: `${code}AE`, found: { code: `${code}AE`, mark: '' } },
  { label: 'a code that is none', typed: '1111110Z', found: { code: '1111110Z', mark: '' } },
])('$label', ({ typed, found }) => {
  expect(splitClassLink(typed)).toEqual(found);
});
