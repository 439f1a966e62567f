import { boardServices } from '../../../campaigns/campaign.ts';
import { isUrdu } from '../../../campaigns/languages/typesetting/bidi-runs.ts';
import type { Kit } from '../../artwork/artwork.ts';
import { footLine } from '../../artwork/foot-line.ts';
import { policeLockup } from '../../artwork/lockup.ts';
import { phone, phoneHeight, phoneWidth } from '../../artwork/phone.ts';
import { largestStack, stackedLines } from '../../artwork/stacked-lines.ts';
import { inkUnits, lineAt } from '../../artwork/typeset.ts';
import { column, type Node } from '../../layout/node.ts';
import { framed, type Size } from './small-ads.ts';

/** The board's own picture, for an advertisement that is wider than high: words at the left, the phone at the right. */
export function landscapeAd(kit: Kit, { width, height }: Size): Node {
  const inset = Math.max(3.2, 0.032 * height);
  const footTop = 0.81 * height;
  const phoneTop = inset;
  const codeMm = Math.min(
    (height - 1.55 * inset - phoneTop) / phoneHeight,
    (0.46 * width) / phoneWidth,
  );
  const phoneAt = {
    left: width - inset * 1.2 - phoneWidth * codeMm,
    top: phoneTop + (height - 1.55 * inset - phoneTop - phoneHeight * codeMm) / 2,
    codeMm,
  };
  const words = { left: inset * 1.1, width: 0 };
  words.width = phoneAt.left - words.left - inset * 1.3;
  const lockup = lockupHeight(kit, words.width, 0.115 * height);
  const headTop = inset + lockup + 0.5 * inset;
  const services = serviceLines(kit, words, height);
  const headHeight = footTop - headTop - services.height - inset * 1.6;
  const foot = height - footTop;
  return column({ width, height }, [
    ...framed(
      { width, height },
      {
        footTop,
        content: [
          ...policeLockup(kit, { left: words.left, top: inset, height: lockup, ink: 'navy' }),
          ...stackedLines(kit, kit.campaign.copy.headline.hi, {
            x: words.left,
            top: headTop,
            width: words.width,
            height: headHeight,
            mostLines: 3,
            ink: 'navy',
            part: 'headline',
          }),
          ...services.nodes(footTop - inset),
          ...stackedLines(kit, kit.campaign.app.nameHi, {
            x: words.left,
            top: footTop + 0.1 * foot,
            width: words.width * 0.52,
            height: 0.44 * foot,
            mostLines: 1,
            ink: 'paper',
            part: 'app-name',
          }),
          ...stackedLines(kit, kit.campaign.copy.free.hi, {
            x: words.left + words.width * 0.57,
            top: footTop + 0.16 * foot,
            width: words.width * 0.43,
            height: 0.32 * foot,
            mostLines: 1,
            ink: 'marigold',
            part: 'free',
          }),
          ...footLine(kit, {
            left: words.left,
            right: words.left + words.width,
            baseline: height - 0.19 * foot,
            heightMm: 0.16 * foot,
            numberShare: 1,
            districtShare: 0,
          }).filter(({ kind }) => kind !== 'slot'),
          ...phone(kit, phoneAt),
        ],
      },
    ),
  ]);
}

/** Height of the lock-up whose name fits the column. */
function lockupHeight(kit: Kit, width: number, most: number): number {
  const name = inkUnits(kit, kit.campaign.copy.state.hi, 800).width;
  return Math.min(most, width / (1.02 + 0.34 * name));
}

/** The most used services, one a line, or in two columns where the field is wide. */
function serviceLines(kit: Kit, { left, width }: { left: number; width: number }, height: number) {
  const names = boardServices(kit.campaign).map(({ board }) => board.hi);
  const across = width > 0.9 * height ? 2 : 1;
  const room = (width - (across - 1) * 0.04 * width) / across;
  // Urdu takes more room over and under its letters.
  const hasUrdu = names.some(isUrdu);
  const mostMm = (hasUrdu ? 0.027 : 0.032) * height;
  const heightMm = Math.min(
    ...names.map(
      (name) =>
        largestStack(kit, name, {
          width: room,
          height: Infinity,
          mostMm,
          mostLines: 1,
          weight: 700,
        }).heightMm,
    ),
  );
  const inks = names.map((name) => inkUnits(kit, name, 700));
  const reach = (side: 'above' | 'below') => Math.max(...inks.map((ink) => ink[side]));
  const under = (hasUrdu ? reach('below') : 0.35) * heightMm;
  const pitch = (hasUrdu ? reach('above') + reach('below') + 0.3 : 2.15) * heightMm;
  const rows = Math.ceil(names.length / across);
  return {
    height: rows * pitch,
    nodes: (bottom: number) =>
      names.map((name, at) =>
        lineAt(kit, name, {
          x: left + (at % across) * (room + 0.04 * width),
          baseline: bottom - (rows - 1 - Math.floor(at / across)) * pitch - under,
          heightMm,
          ink: 'key',
          part: 'service',
        }),
      ),
  };
}
