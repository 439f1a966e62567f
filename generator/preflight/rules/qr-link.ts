import { type Deviation, onCodes, type Rule } from './rule.ts';

/** Every code says the station's own link, in the manifest, in the registry, and on the rendered page. */
export const qrLink: Rule = {
  id: 'qr-link',
  check(press) {
    const { entry, codes, expected, panels } = press;
    const { url, code } = expected.imprint;
    const dpi = expected.limits.decodeDpi;
    const compare = (found: string | undefined | null, where: string): Deviation[] =>
      found === url
        ? []
        : [{ expected: `${url} ${where}`, found: found ?? 'nothing that can be read' }];
    const deviations = [
      ...compare(entry.url, 'in the manifest'),
      ...onCodes(press, ({ sharp, blurred }) => [
        ...compare(sharp, `in the QR code at ${dpi} dpi`),
        ...compare(blurred, 'in the QR code after a blur of half a module'),
      ]),
    ];
    if (entry.code !== code) {
      deviations.push({ expected: `code ${code} in the manifest`, found: `${entry.code}` });
    }
    const count = panels.filter(({ side }) => expected.sides[side]?.hasCode).length;
    if (codes.length !== count) {
      deviations.push({ expected: `${count} QR codes`, found: `${codes.length}` });
    }
    return deviations;
  },
};
