import QRCode from 'qrcode';
import { describe, expect, test } from 'vitest';
import { encodeQr, toSegments } from '../../../generator/qr/encode.ts';
import { darkRuns, type QrCode } from '../../../generator/qr/qr-code.ts';

const symbols = '0123456789BCDFGHJKLMNPQRSTVWXYZ';
const links = Array.from({ length: 400 }, (_, n) => {
  const places = [0, 1, 2, 3, 4, 5];
  const code = places.map((place) => symbols[(n * 7 + place * 11 + n * n) % 31]).join('');
  return `https://UPPOLICE.GOV.IN/Q${code}`;
});

function isDark({ size, rows }: QrCode, x: number, y: number): boolean {
  return Math.floor((rows[y] as number) / 2 ** (size - 1 - x)) % 2 === 1;
}

describe('the QR code of a link', () => {
  test('is module for module what the library chooses itself, best mask included', () => {
    for (const link of links) {
      const { modules } = QRCode.create(toSegments(link), { errorCorrectionLevel: 'H' });
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

  test.each([
    [15, 29],
    [16, 33],
    [29, 33],
  ])('of a host of %i letters has %i modules a side at error correction H', (letters, size) => {
    expect(encodeQr(`https://${'A'.repeat(letters)}/Q000000`).size).toBe(size);
  });

  test('fills version 3 to the last bit with the host of the campaign', () => {
    // 208 bits: 4 + 8 + 5 × 8 for the scheme, 4 + 9 + 13 × 11 for 26 alphanumeric symbols.
    const [scheme, rest] = toSegments('https://UPPOLICE.GOV.IN/Q17SN0N');
    expect(Buffer.from(scheme?.data as Buffer).toString()).toBe('https');
    expect(4 + 8 + 5 * 8 + 4 + 9 + (String(rest?.data).length / 2) * 11).toBe(208);
  });

  test('of version 4 keeps the modules that the library chooses', () => {
    const link = 'https://OUTREACH.UPPOLICE.GOV.IN/Q17SN0N';
    const { modules } = QRCode.create(toSegments(link), { errorCorrectionLevel: 'H' });
    const ours = encodeQr(link);
    const wrong = [...modules.data].filter(
      (dark, at) => isDark(ours, at % ours.size, Math.floor(at / ours.size)) !== (dark === 1),
    );
    expect(wrong).toEqual([]);
  });

  test('its runs cover the dark modules and no other', () => {
    const qr = encodeQr(links[0] as string);
    const covered = darkRuns(qr).reduce((sum, { from, to }) => sum + to - from, 0);
    let dark = 0;
    for (let y = 0; y < qr.size; y += 1)
      for (let x = 0; x < qr.size; x += 1) dark += Number(isDark(qr, x, y));
    expect(covered).toBe(dark);
  });

  test.each(['https://uppolice.gov.in/q000000', 'HTTPS://X/Q000000', 'https://X/Q०००', ''])(
    'refuses %j',
    (link) => {
      expect(() => encodeQr(link)).toThrow('Expected https:// and an upper-case address');
    },
  );

  test('refuses a link that needs a larger symbol than the artwork is laid out for', () => {
    expect(() => encodeQr(`https://${'A'.repeat(60)}`)).toThrow(
      'Expected a link that fits 33 modules',
    );
  });
});
