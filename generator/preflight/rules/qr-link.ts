import type { Deviation, Rule } from './rule.ts';

/** Every code says the station's own link, in the manifest, in the registry, and on the rendered page. */
export const qrLink: Rule = {
  id: 'qr-link',
  check({ entry, codes, expected, pages, panels }) {
    const { url, code } = expected.sign;
    const deviations: Deviation[] = [];
    const expect = (found: string | undefined | null, where: string, page?: number) => {
      if (found === url) return;
      deviations.push({
        expected: `${url} ${where}`,
        found: found ?? 'nothing that can be read',
        ...(page !== undefined && pages.length > 1 ? { page: page + 1 } : {}),
      });
    };
    expect(entry.url, 'in the manifest');
    if (entry.code !== code) {
      deviations.push({ expected: `code ${code} in the manifest`, found: `${entry.code}` });
    }
    const count = panels.filter(({ side }) => expected.sides[side]?.hasCode).length;
    if (codes.length !== count) {
      deviations.push({ expected: `${count} QR codes`, found: `${codes.length}` });
    }
    const dpi = expected.limits.decodeDpi;
    for (const each of codes) {
      expect(each.sharp, `in the QR code at ${dpi} dpi`, each.page);
      expect(each.blurred, 'in the QR code after a blur of half a module', each.page);
    }
    return deviations;
  },
};
