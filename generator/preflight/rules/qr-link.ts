import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { type Deviation, onCodes, type Rule } from './rule.ts';

/** Every code says the station's own link, in the manifest, in the registry, and on the rendered page. */
export const qrLink: Rule = {
  id: 'qr-link',
  check(press) {
    const { entry, codes, expected, panels } = press;
    const { url, code } = expected.imprint;
    const dpi = expected.limits.decodeDpi;
    const compare = (found: string | undefined | null, link: Bilingual): Deviation[] =>
      found === url ? [] : [{ expected: link, found: found ?? phrases.unreadable }];
    const deviations = [
      ...compare(entry.url, phrases.linkInManifest(url)),
      ...onCodes(press, ({ sharp, blurred }) => [
        ...compare(sharp, phrases.linkInCode(url, dpi)),
        ...compare(blurred, phrases.linkAfterBlur(url)),
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
