import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { compose } from '../../../../messaging/mail/delivery/compose.ts';
import { createSmtpCarrier } from '../../../../messaging/mail/delivery/smtp-carrier.ts';
import { signedFields, verifyDkim } from './dkim-verifier.ts';
import { from, makeLetter, serverAt } from './mail-fixture.ts';
import { openMailServer } from './mail-server.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const key = createPublicKey(privateKey);
const dkim = { domainName: 'office.example', keySelector: 'up-cop', privateKey };
const server = await openMailServer();
afterAll(() => server.close());
const delivery = await createSmtpCarrier(serverAt(server.port)).open();
const letter = makeLetter({
  // Its last blank, a line of dots alone and a long one are what ways of sending change.
  bodyText: `नमूना \n.\n..\n${'बहुत लंबी पंक्ति '.repeat(40)}\n\n\n`,
  unsubscribe: 'https://up-cop.example/api/mail/unsubscribe/a.b',
  attachments: [
    { name: 'मार्च.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 नमूना') },
  ],
});
const parcel = await compose(letter, { from, dkim });
expect(await delivery.carry(parcel, async () => {})).toMatchObject({ kind: 'sent' });
delivery.close();
const raw = server.arrived[0]?.raw ?? '';

test('the signature of a letter holds as the mail server got it', () => {
  expect(verifyDkim(raw, key)).toBe('none');
  expect(raw).toMatch(/\bd=office\.example;/);
  expect(raw).toMatch(/\bs=up-cop;/);
  // RFC 8058 wants both fields of the one-click end among them.
  const ends = ['list-unsubscribe', 'list-unsubscribe-post'];
  const expected = ['from', 'to', 'subject', 'date', 'message-id', ...ends];
  expect(signedFields(raw)).toEqual(expect.arrayContaining(expected));
});

test('blanks and ends of lines that servers on the way change leave it whole', () => {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/^Subject: /m, 'SUBJECT:\t ');
  expect(verifyDkim(`Received: from a.example\r\n${head}${raw.slice(end)}\r\n\r\n`, key)).toBe(
    'none',
  );
});

test.each([
  ['a changed letter of the body', () => raw.replace(/(\r\n\r\n[\s\S]*?)4KS/, '$14KT'), 'body'],
  ['a part that was added', () => `${raw}\r\nमिलाया\r\n`, 'body'],
  ['another subject', () => raw.replace(/^Subject: .*$/m, 'Subject: other'), 'head'],
  ['another sender', () => raw.replace(/up-cop@office\.example/, 'x@office.example'), 'head'],
  ['another end of such letters', () => raw.replace('unsubscribe/a.b', 'unsubscribe/c.d'), 'head'],
  ['no signature', () => raw.replace(/^DKIM-Signature/m, 'X-Other'), 'no signature'],
])('%s does not hold', (_, changed, fault) => {
  const letter = changed();
  expect(letter).not.toBe(raw);
  expect(verifyDkim(letter, key)).toBe(fault);
});

test('the key of another office does not hold either', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  expect(verifyDkim(raw, other.publicKey)).toBe('head');
});
