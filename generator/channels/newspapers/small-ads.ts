import type { Kit } from '../../artwork/artwork.ts';
import { appTile } from '../../artwork/lockup.ts';
import { scanButton } from '../../artwork/phone.ts';
import { stackedLines } from '../../artwork/stacked-lines.ts';
import { block } from '../../artwork/typeset.ts';
import { column, type Node, slot } from '../../layout/node.ts';

/** One column: the headline, the code and the name, nothing else. */
export function stampAd(kit: Kit, { width, height }: Size): Node {
  const room = width - 2 * insetMm;
  const footTop = height - 10.4;
  const codeMm = 29.4;
  const codeTop = footTop - codeMm - 1;
  return column({ width, height }, [
    ...framed(
      { width, height },
      {
        footTop,
        content: [
          ...stackedLines(kit, kit.campaign.copy.headline.hi, {
            x: width / 2,
            anchor: 'middle',
            top: 1.9,
            width: room,
            height: codeTop - 2.6,
            mostLines: 1,
            ink: 'navy',
            part: 'headline',
          }),
          codeField({ left: (width - codeMm) / 2, top: codeTop, codeMm }),
          codeSlot({ left: (width - codeMm) / 2, top: codeTop, codeMm }),
          ...footName(kit, {
            x: width / 2,
            anchor: 'middle',
            top: footTop + 1.9,
            width: room * 0.86,
            height: 6.6,
          }),
        ],
      },
    ),
  ]);
}

/** Two columns: the headline over all of it, the code and what to do below. */
export function squareAd(kit: Kit, { width, height }: Size): Node {
  const { copy } = kit.campaign;
  const room = width - 2 * insetMm;
  const footTop = height - 8.6;
  const codeMm = 33;
  const codeTop = footTop - codeMm - 1.4;
  const codeLeft = width - insetMm - codeMm;
  const beside = { left: insetMm, width: codeLeft - 2 * insetMm };
  const buttonHeight = 10;
  const buttonTop = codeTop + codeMm - buttonHeight;
  const tile = Math.min(beside.width, buttonTop - codeTop - 2);
  return column({ width, height }, [
    ...framed(
      { width, height },
      {
        footTop,
        content: [
          ...stackedLines(kit, copy.headline.hi, {
            x: insetMm,
            top: 2.4,
            width: room,
            height: codeTop - 4,
            mostLines: 2,
            ink: 'navy',
            part: 'headline',
          }),
          ...appTile(kit, {
            left: beside.left + (beside.width - tile) / 2,
            top: codeTop,
            height: tile,
          }),
          ...scanButton(kit, {
            left: beside.left,
            top: buttonTop,
            width: beside.width,
            height: buttonHeight,
            radius: 2.2,
            heightMm: 5.4,
          }),
          codeField({ left: codeLeft, top: codeTop, codeMm }),
          codeSlot({ left: codeLeft, top: codeTop, codeMm }),
          ...stackedLines(kit, copy.state.hi, {
            x: insetMm,
            top: footTop + 1.4,
            width: room * 0.6,
            height: 5.2,
            mostLines: 1,
            ink: 'paper',
            part: 'owner',
          }),
          ...stackedLines(kit, copy.free.hi, {
            x: codeLeft + codeMm / 2,
            anchor: 'middle',
            top: footTop + 1.4,
            width: codeMm,
            height: 5.2,
            mostLines: 1,
            ink: 'marigold',
            part: 'free',
          }),
        ],
      },
    ),
  ]);
}

/** The whole width and 5 cm: read from left to right like a line of type, the code at its end. */
export function stripAd(kit: Kit, { width, height }: Size): Node {
  const { copy } = kit.campaign;
  const codeMm = height - 4.4;
  const codeLeft = width - 2.2 - codeMm;
  const tile = height - 11;
  const words = { left: 5.5 + tile + 5.5, width: 0 };
  words.width = codeLeft - words.left - 6;
  const upper = 0.63 * height;
  const foot = { top: upper + 1.2, height: height - upper - 4.6 };
  const third = { mostLines: 1, weight: 700, top: foot.top, height: foot.height } as const;
  return column({ width, height }, [
    ...framed(
      { width, height },
      {
        content: [
          ...appTile(kit, { left: 5.5, top: 5.5, height: tile }),
          ...stackedLines(kit, copy.headline.hi, {
            x: words.left,
            top: 3,
            width: words.width,
            height: upper - 3,
            mostLines: 1,
            ink: 'navy',
            part: 'headline',
          }),
          ...stackedLines(kit, copy.state.hi, {
            ...third,
            x: words.left,
            width: words.width * 0.36,
            ink: 'navy',
            part: 'owner',
          }),
          ...stackedLines(kit, `${copy.free.hi}: ${copy.stores.hi}`, {
            ...third,
            x: words.left + words.width * 0.4,
            width: words.width * 0.6,
            ink: 'key',
            part: 'stores',
          }),
          codeField({ left: codeLeft, top: 2.2, codeMm }),
          codeSlot({ left: codeLeft, top: 2.2, codeMm }),
        ],
      },
    ),
  ]);
}

interface CodeAt {
  left: number;
  top: number;
  codeMm: number;
}

function codeField({ left, top, codeMm }: CodeAt): Node {
  return block('paper', { left, top, width: codeMm, height: codeMm });
}

function codeSlot({ left, top, codeMm }: CodeAt): Node {
  return slot('qr', { position: 'absolute', left, top, width: codeMm, height: codeMm });
}

export interface Size {
  width: number;
  height: number;
}

/** Thickness of the frame. */
export const keylineMm = 0.5;
/** From the trim to the first letter. */
export const insetMm = 2.6;

/** The field of an advertisement, its foot where it has one, and the frame around both; what is on them comes between. */
export function framed(
  { width, height }: Size,
  { footTop, content }: { footTop?: number; content: Node[] },
): Node[] {
  const line = { left: 0, top: 0, width, height: keylineMm };
  const side = { left: 0, top: 0, width: keylineMm, height };
  return [
    block('marigold', { left: 0, top: 0, width, height }),
    ...(footTop === undefined
      ? []
      : [block('navy', { left: 0, top: footTop, width, height: height - footTop })]),
    ...content,
    block('key', line, 'keyline'),
    block('key', { ...line, top: height - keylineMm }, 'keyline'),
    block('key', side, 'keyline'),
    block('key', { ...side, left: width - keylineMm }, 'keyline'),
  ];
}

/** The app's name in Latin letters on the foot, in the middle of it. */
export function footName(
  kit: Kit,
  at: { x: number; anchor: 'left' | 'middle'; top: number; width: number; height: number },
): Node[] {
  return stackedLines(kit, kit.campaign.app.name, {
    ...at,
    mostLines: 1,
    ink: 'marigold',
    part: 'app',
  });
}
