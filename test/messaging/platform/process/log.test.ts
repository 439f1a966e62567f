import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { maskPhoneNumbers } from '../../../../messaging/platform/process/phone-mask.ts';
import { threadMs } from '../../../thread-ms.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const stream = new PassThrough();
  write(createLog('info', stream));
  return String(stream.read());
}

test.each([
  ['plain', 'to 9876543210 sent', 'to [phone …10] sent'],
  ['+91', '+919876543210', '[phone …10]'],
  ['91', '919876543210', '[phone …10]'],
  ['0091', '00919876543210', '[phone …10]'],
  ['trunk zero', '09876543210', '[phone …10]'],
  ['blanks', '+91 98765 43210', '[phone …10]'],
  ['hyphens', '98765-43210', '[phone …10]'],
  ['Devanagari digits', 'नम्बर ९८७६५४३२१०', 'नम्बर [phone …१०]'],
  ['in a query', '/x?to=%2B919876543210&a=1', '/x?to=[phone …10]&a=1'],
  ['after an escaped blank', 'a%209876543210', 'a%20[phone …10]'],
  ['two in a row', '9876543210,8765432109', '[phone …10],[phone …09]'],
])('a phone number is masked: %s', (_label, text, masked) => {
  expect(maskPhoneNumbers(text)).toBe(masked);
});

test.each([
  ['a time in milliseconds', '1764012345678'],
  ['a help line', '112 and 1090 and 05222724050'],
  ['a longer number', '98765432101'],
  ['a day', '2019-04-30'],
  ['an id', '0a1b9876-5432-4109-8765-43210abcdef0'],
  ['a hash', `a9876543210b${'c'.repeat(52)}`],
])('what is not a mobile number stays: %s', (_label, text) => {
  expect(maskPhoneNumbers(text)).toBe(text);
});

test.each([
  ['a field', { to: '9876543210' }],
  ['a number field', { to: 9876543210 }],
  ['a nested list', { batch: { recipients: ['+919876543210'] } }],
  ['a key', { '9876543210': 'sent' }],
])('the log masks a number in %s and stays JSON', (_label, fields) => {
  const line = logged((log) => log.info(fields, 'sending'));
  expect(line).not.toContain('9876543210');
  expect(JSON.parse(line).msg).toBe('sending');
});

test('the log masks numbers in messages and errors', () => {
  const line = logged((log) => log.error(new Error('no route to 9876543210'), 'call 9876543210'));
  expect(line).not.toContain('9876543210');
});

test.each(['cookie', 'Set-Cookie', 'authorization', 'X-Twilio-Signature'])(
  'the log masks the header %s at any depth',
  (header) => {
    const line = logged((log) => log.info({ call: { headers: { [header]: 'secret-value' } } }));
    expect(line).not.toContain('secret-value');
    expect(line).toContain('[masked]');
  },
);

test('the log masks a credential in a message', () => {
  expect(logged((log) => log.info('sent Authorization: Bearer abc.def'))).not.toContain('abc.def');
});

const token = 'Qm9vZ2llLW5vdC1hLXJlYWwtdG9rZW4';

test.each([
  ['token', { token }],
  ['session token', { session: { sessionToken: token } }],
  ['underscore', { a: [{ access_token: token }] }],
  ['header', { headers: { 'x-auth-token': token } }],
  ['secret', { config: { authSecret: token } }],
  ['password', { body: { password: token, newPassword: token } }],
  ['list', { backupCodes: [token, token] }],
  ['tree', { secrets: { one: token } }],
  ['address of a second factor', { totpUri: `otpauth://totp/x?secret=${token}` }],
  ['a number', { token: 123456 }],
])('the log masks a secret by its name at any depth: %s', (_label, fields) => {
  const line = logged((log) => log.info(fields, 'asked'));
  expect(line).not.toMatch(/Qm9v|123456/);
  expect(JSON.parse(line)).toMatchObject({ msg: 'asked' });
});

test.each([
  ['a query', `GET /x?token=${token}&a=1`, 'GET /x?token=[masked]&a=1'],
  ['a cookie', `up-cop.session_token=${token}; a=1`, 'up-cop.session_token=[masked]; a=1'],
  ['JSON', `{"password":"${token}"}`, '{"password":"[masked]"}'],
  ['words', `got password: ${token}`, 'got password: [masked]'],
  [
    'PostgreSQL',
    `Key (token)=(${token}) already exists.`,
    'Key (token)=([masked]) already exists.',
  ],
  ['an address', `at postgresql://me:${token}@h/x`, 'at postgresql://[masked]@h/x'],
])('the log masks a secret in a text: %s', (_label, text, masked) => {
  expect(JSON.parse(logged((log) => log.info(text))).msg).toBe(masked);
});

test.each([
  ['a switch', { tokenValid: true }],
  ['nothing', { token: null }],
  ['a measure', { ms: 98765.43219, bytes: 1234567 }],
  ['a text about a token', { note: 'the token has run out' }],
])('what says nothing of a secret stays: %s', (_label, fields) => {
  expect(JSON.parse(logged((log) => log.info(fields)))).toMatchObject(fields);
});

test('a number with a tab in it is masked', () => {
  expect(logged((log) => log.info('98765\t43210'))).not.toContain('43210');
});

test('the log shows neither the token in an address that Exotel calls nor what stands behind it', () => {
  for (const address of [
    '/voice/exotel/s3cr3t/key?CustomField=42',
    '/webhooks/exotel/s3cr3t/calls/42',
  ]) {
    const line = logged((log) => log.warn({ req: { method: 'GET', url: address } }, 'refused'));
    expect(line).not.toContain('s3cr3t');
    expect(line).toContain('/exotel/…');
  }
});

/** Pieces that the steps of the mask look for: repeats bring each step to its worst. */
const fragments = fc.constantFrom(
  ...['token', 'secret', 'api key', 'backup ', '=', ':', '"', '(', ')=(', '://', '@', '%40', '%20'],
  ...['.', '-', '_', ' ', '9', '९', 'a', 'क', '98765', '+91', 'Bearer ', 'basic ', '[masked]', '/'],
);

test('a line is masked in time linear to its length, whatever is repeated in it', () => {
  const parts = fc.array(fragments, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (pump, end) => {
      const text = pump.join('').repeat(20_000 / pump.join('').length) + end.join('');
      const before = threadMs();
      logged((log) => log.info({ req: { method: 'GET', url: `/${text}` } }, text));
      expect(threadMs() - before).toBeLessThan(100);
    }),
    { numRuns: 300 },
  );
});
