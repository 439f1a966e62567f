import QRCode from 'qrcode';
import { describe, expect, test } from 'vitest';
import { encodeQr } from '../../../generator/qr/encode.ts';
import { darkRuns, isDark } from '../../../generator/qr/qr-code.ts';

const symbols = '0123456789BCDFGHJKLMNPQRSTVWXYZ';
const links = Array.from({ length: 400 }, (_, n) => {
  const code = Array.from(
    { length: 6 },
    (_unused, place) => symbols[(n * 7 + place * 11 + n * n) % 31],
  ).join('');
  return `HTTPS://UPPOLICE.GOV.IN/Q/${code}`;
});

describe('the QR code of a link', () => {
  test('is module for module what the library chooses itself, best mask included', () => {
    for (const link of links) {
      const { modules } = QRCode.create([{ data: link, mode: 'alphanumeric' }], {
        errorCorrectionLevel: 'H',
      });
      const ours = encodeQr(link);
      expect(ours.size).toBe(modules.size);
      for (let y = 0; y < ours.size; y += 1) {
        for (let x = 0; x < ours.size; x += 1) {
          if (isDark(ours, x, y) !== (modules.get(y, x) === 1)) {
            throw new Error(`Expected the library's module at ${x},${y} of ${link}`);
          }
        }
      }
    }
  });

  test('has 29 modules a side: version 3 at error correction H', () => {
    expect(encodeQr('HTTPS://12345678901234567/Q/000000').size).toBe(29);
  });

  test('its runs cover the dark modules and no other', () => {
    const qr = encodeQr(links[0] as string);
    const covered = darkRuns(qr).reduce((sum, { from, to }) => sum + to - from, 0);
    let dark = 0;
    for (let y = 0; y < qr.size; y += 1)
      for (let x = 0; x < qr.size; x += 1) dark += Number(isDark(qr, x, y));
    expect(covered).toBe(dark);
  });

  test.each(['https://uppolice.gov.in/q/000000', 'HTTPS://X/Q/०००', ''])('refuses %j', (link) => {
    expect(() => encodeQr(link)).toThrow('Expected an upper-case link');
  });

  test('refuses a link that needs a larger symbol than the artwork is laid out for', () => {
    expect(() => encodeQr(`HTTPS://${'A'.repeat(60)}`)).toThrow(
      'Expected a link that fits 32 modules',
    );
  });
});
