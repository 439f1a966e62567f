import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../../../messaging/config.ts';
import { compose } from '../../../../messaging/mail/delivery/compose.ts';
import { isQuiet } from '../../../../messaging/mail/delivery/ledger-sql.ts';
import {
  checkHeader,
  checkMailbox,
  LetterFault,
} from '../../../../messaging/mail/delivery/letter.ts';
import {
  mailEnvironment,
  mailSettings,
} from '../../../../messaging/mail/delivery/mail-settings.ts';
import { backOffMs } from '../../../../messaging/mail/delivery/sender.ts';
import { maskAddresses } from '../../../../messaging/platform/process/address-mask.ts';
import { maskLine } from '../../../../messaging/platform/process/log.ts';
import { from, makeLetter, tokens } from './mail-fixture.ts';

const lineEnd = fc.constantFrom('\r', '\n', '\r\n', '\u2028', '\u0085', '\u0000');
const headNames = async (more: object) => {
  const { message } = await compose(makeLetter(more), { from, dkim: undefined });
  const [head = ''] = message.toString().split('\r\n\r\n');
  return head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.split(':')[0]?.toLowerCase() ?? '');
};

describe('headers with line breaks', () => {
  test('are refused wherever they stand, with the field, what was expected and what was found', () => {
    fc.assert(
      fc.property(fc.string(), lineEnd, fc.string(), (before, end, after) => {
        const value = `${before}${end}${after}`;
        expect(() => checkHeader('subject', value)).toThrow(LetterFault);
        expect(() => checkMailbox('to.email', value)).toThrow(LetterFault);
      }),
    );
    expect(() => checkHeader('subject', 'नमूना\r\nBcc: x@evil.example')).toThrow(
      'Expected one line without control characters for `subject`, got U+000D at place 6',
    );
    expect(() => checkMailbox('to.email', 'pro@agra.example\nBcc: x@evil.example')).toThrow(
      'Expected one e-mail address (name@office.example) for `to.email`, got U+000A at place 17',
    );
  });

  test.each([
    '',
    'pro',
    'pro@agra',
    'pro@agra.example,other@evil.example',
    'Pro <pro@agra.example>',
    '"a b"@agra.example',
    'pro@agra.example>',
    'pro@-agra.example',
    'pro..pro@agra.example',
    `${'a'.repeat(65)}@agra.example`,
    'प्रो@agra.example',
  ])('an invalid address, or more than one: %s', (address) => {
    expect(() => checkMailbox('email', address)).toThrow(/^Expected one e-mail address/);
  });

  test('what stands in the ledger all the same does not go out', async () => {
    await expect(headNames({ recipient: 'a@b.example\r\nBcc: c@d.example' })).rejects.toThrow(
      LetterFault,
    );
    await expect(headNames({ subject: 'x\nBcc: c@d.example' })).rejects.toThrow(LetterFault);
  });

  test('whatever words a letter has, it has the same headers', async () => {
    const usual = await headNames({});
    expect(usual).toContain('message-id');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        async (subject, body) => {
          try {
            checkHeader('subject', subject);
          } catch {
            return;
          }
          expect(await headNames({ subject, bodyText: body, bodyHtml: body })).toEqual(usual);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('addresses in logs', () => {
  it('show their first letter and host only', () => {
    expect(maskAddresses('550 no mailbox pro.agra@up.example, <x@y.example>')).toBe(
      '550 no mailbox p…@up.example, <x…@y.example>',
    );
    const line = maskLine(
      `${JSON.stringify({ url: '/api/mail/letters?search=pro%40agra.example', msg: 'to pro@agra.example' })}\n`,
    );
    expect(line).not.toMatch(/pro(@|%40)/);
  });
  it('leave names of packages alone', () =>
    expect(maskAddresses('node_modules/@fastify/static pg@8.23.1')).toBe(
      'node_modules/@fastify/static pg@8.23.1',
    ));
});

describe('settings', () => {
  const read = (env: object) => mailSettings(z.object(mailEnvironment).parse(env));
  test('a mail server needs a sender; one elsewhere needs STARTTLS unless it is said', () => {
    expect(() => read({ SMTP_URL: 'smtp://mail.example' })).toThrow('`MAIL_FROM`');
    const MAIL_FROM = 'UP COP <up-cop@office.example>';
    expect(read({ SMTP_URL: 'smtp://a:b%40c@mail.example', MAIL_FROM })).toMatchObject({
      smtp: { host: 'mail.example', port: 587, requireTls: true, auth: { user: 'a', pass: 'b@c' } },
      from: { name: 'UP COP', address: 'up-cop@office.example' },
    });
    expect(read({ SMTP_URL: 'smtps://mail.example', MAIL_FROM }).smtp).toMatchObject({
      port: 465,
      secure: true,
    });
    const relay = { SMTP_URL: 'smtp://relay.example:25', SMTP_STARTTLS: 'optional', MAIL_FROM };
    expect(read(relay).smtp).toMatchObject({ port: 25, requireTls: false });
  });
  test('a sender with a line break, half a DKIM and half a sign-in are refused by name', () => {
    const SMTP_URL = 'smtp://127.0.0.1';
    expect(() => read({ SMTP_URL, MAIL_FROM: 'UP\nBcc: x <up@office.example>' })).toThrow(
      '`MAIL_FROM`, got U+000A',
    );
    expect(() => read({ DKIM_DOMAIN: 'office.example' })).toThrow('`DKIM_SELECTOR`');
    expect(() => read({ SMTP_URL: 'smtp://a@127.0.0.1', MAIL_FROM: 'a@office.example' })).toThrow(
      'name and password in `SMTP_URL`',
    );
  });
  test('a password in a wrong address is not shown', () => {
    expect(() => loadConfig({ SMTP_URL: 'imap://a:geheim@mail.example' })).toThrow(
      /`SMTP_URL`: (?!.*geheim).*not shown/,
    );
  });
});

test('nobody is written to from 22:00 to 07:00 in Asia/Kolkata', () => {
  const at = (time: string) => isQuiet(new Date(`2019-04-12T${time}:00+05:30`));
  expect(['21:59', '22:00', '00:00', '06:59', '07:00'].map(at)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('pauses double up to four hours, a fifth more or less', () => {
  expect([1, 2, 3].map((tries) => backOffMs(tries, 0.5))).toEqual([60_000, 120_000, 240_000]);
  expect(backOffMs(30, 0)).toBe(0.8 * 4 * 3_600_000);
  expect(backOffMs(30, 1)).toBe(1.2 * 4 * 3_600_000);
});

test('an address that ends letters says what it was signed for, and nothing else', () => {
  const token = tokens.make({ personId: 'p-1', topic: 'weekly' });
  expect(tokens.read(token)).toEqual({ personId: 'p-1', topic: 'weekly' });
  const [content = '', signature = ''] = token.split('.');
  const other = Buffer.from('weekly:p-2').toString('base64url');
  for (const forged of [
    `${other}.${signature}`,
    content,
    `${content}.`,
    `${token}x`,
    `${token}.a`,
    '',
  ]) {
    expect(tokens.read(forged)).toBeUndefined();
  }
});
