import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { isMiddleIn } from '../panel.ts';
import { type Deviation, onCodes, type Rule } from './rule.ts';

/** Modules as wide as the reading distance asks for (a tenth of it), in a square of whole modules. */
export const qrSize: Rule = {
  id: 'qr-size',
  check(press) {
    const { artwork, limits } = press.expected;
    return onCodes(press, ({ page, edges, moduleMm }) => {
      const panel = press.panels.find((own) => own.page === page && isMiddleIn(edges, own.trim));
      const least = artwork.pages[panel?.side ?? 0]?.qrMm ?? limits.qrMm;
      const width = edges.right - edges.left;
      const height = edges.bottom - edges.top;
      const found: Deviation[] = [];
      if (width < least - 0.05)
        found.push({ expected: phrases.leastCode(phrases.mm(least)), found: phrases.mm(width) });
      const modules = width / moduleMm;
      const version = (modules - 17) / 4;
      if (
        Math.abs(width - height) > moduleMm / 50 ||
        Math.abs(version - Math.round(version)) > 0.02
      ) {
        found.push({
          expected: 'a square of 21, 25, 29 … modules',
          found: `${modules.toFixed(2)} × ${(height / moduleMm).toFixed(2)}`,
        });
      }
      return found;
    });
  },
};
