import { onCodes, type Rule } from './rule.ts';

/** Modules in pure key: one plate alone cannot be out of register. */
export const qrInk: Rule = {
  id: 'qr-ink',
  check: (press) =>
    onCodes(press, ({ mark: { inks } }) =>
      inks?.join(' ') === '0 0 0 1'
        ? []
        : [
            {
              expected: 'QR modules in 0 0 0 1',
              found: inks?.join(' ') ?? 'no CMYK colour',
            },
          ],
    ),
};
