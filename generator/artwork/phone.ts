import { isUrdu } from '../../campaigns/typesetting/bidi-runs.ts';
import { type Node, row, slot } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { block, inkUnits, lineAt } from './typeset.ts';

/**
 * The phone that is the code: its screen is the QR code with the quiet zone from edge to edge, above it the app's name,
 * below it where to look for the app, the address to type, and the button. Measured in thousandths of the code's box, so
 * that it is one drawing from the board to the sticker.
 */
export const phoneGrid = {
  frame: 28,
  screenRadius: 85,
  head: 138,
  appHeight: 78,
  storesBaseline: 57,
  linkBaseline: 139,
  smallHeight: 33.6,
  button: 207,
  buttonInset: 25,
  scanHeight: 113.1,
} as const;

const { frame, head, button, buttonInset } = phoneGrid;
const below = 168;

/** Height over the width of the code's box. */
export const phoneHeight = (2 * frame + head + 1000 + below + button + buttonInset) / 1000;
export const phoneWidth = (1000 + 2 * frame) / 1000;

/** @param codeMm width of the QR code with its quiet zone, which is the width of the screen */
export function phone(kit: Kit, at: { left: number; top: number; codeMm: number }): Node[] {
  const u = at.codeMm / 1000;
  const { copy, app } = kit.campaign;
  const left = at.left + frame * u;
  const top = at.top + frame * u;
  const middle = left + 500 * u;
  const codeTop = top + head * u;
  const codeBottom = codeTop + at.codeMm;
  const buttonTop = codeBottom + below * u;
  const corner = phoneGrid.screenRadius * u;
  const small = { x: middle, anchor: 'middle', heightMm: phoneGrid.smallHeight * u } as const;
  return [
    ...sideKeys(at, u),
    block(
      'key',
      {
        left: at.left,
        top: at.top,
        width: phoneWidth * at.codeMm,
        height: phoneHeight * at.codeMm,
        radius: (phoneGrid.screenRadius + frame * 0.9) * u,
      },
      'phone',
    ),
    block(
      'paper',
      {
        left,
        top,
        width: at.codeMm,
        height: (phoneHeight - (2 * frame) / 1000) * at.codeMm,
        radius: corner,
      },
      'phone',
    ),
    row({
      position: 'absolute',
      left,
      top,
      width: at.codeMm,
      height: head * u,
      borderTopLeftRadius: corner,
      borderTopRightRadius: corner,
      ground: 'navy',
      part: 'phone',
    }),
    lineAt(kit, app.name, {
      x: middle,
      anchor: 'middle',
      baseline: top + ((head + phoneGrid.appHeight) / 2) * u,
      heightMm: phoneGrid.appHeight * u,
      weight: 800,
      ink: 'marigold',
      part: 'app',
    }),
    slot('qr', { position: 'absolute', left, top: codeTop, width: at.codeMm, height: at.codeMm }),
    lineAt(kit, copy.stores.hi, {
      ...small,
      ...storesPlace(kit, codeBottom, u),
      ink: 'navy',
      part: 'stores',
    }),
    slot('link', {
      position: 'absolute',
      left: left + 60 * u,
      top: codeBottom + (phoneGrid.linkBaseline - phoneGrid.smallHeight) * u,
      width: 880 * u,
      height: phoneGrid.smallHeight * u,
    }),
    ...scanButton(kit, {
      left: left + buttonInset * u,
      top: buttonTop,
      width: (1000 - 2 * buttonInset) * u,
      height: button * u,
      radius: corner - buttonInset * u,
      heightMm: phoneGrid.scanHeight * u,
    }),
  ];
}

/** Urdu keeps clear of the code and of the link by its ink. */
function storesPlace(kit: Kit, codeBottom: number, u: number) {
  const { storesBaseline, smallHeight } = phoneGrid;
  const content = kit.campaign.copy.stores.hi;
  if (!isUrdu(content))
    return { baseline: codeBottom + storesBaseline * u, heightMm: smallHeight * u };
  const { above, below: under, width } = inkUnits(kit, content, 700);
  const heightMm = Math.min(smallHeight, 940 / width, urduStores / (above + under)) * u;
  return { baseline: codeBottom + (urduStores + 6) * u - under * heightMm, heightMm };
}

/** Room between the code and the gap over the link. */
const urduStores = 76;

/** The red button; its words stand in the middle by their ink. */
export function scanButton(
  kit: Kit,
  { heightMm, ...box }: Parameters<typeof block>[1] & { heightMm: number },
): Node[] {
  const content = kit.campaign.copy.scan.hi;
  const { above, below: under } = inkUnits(kit, content, 800);
  // Urdu fills the button by its ink, whatever height Hindi has there.
  const size = isUrdu(content) ? (0.8 * box.height) / (above + under) : heightMm;
  const middle = box.top + box.height / 2;
  return [
    block('red', box, 'call'),
    lineAt(kit, content, {
      x: box.left + box.width / 2,
      anchor: 'middle',
      baseline: middle + ((above - under) / 2) * size,
      heightMm: size,
      weight: 800,
      ink: 'paper',
      part: 'scan',
    }),
  ];
}

function sideKeys(at: { left: number; top: number; codeMm: number }, u: number): Node[] {
  const left = at.left + phoneWidth * at.codeMm - 20 * u;
  const key = (top: number, height: number) =>
    block(
      'key',
      { left, top: at.top + top * u, width: 30 * u, height: height * u, radius: 9 * u },
      'phone',
    );
  return [key(370, 135), key(550, 235)];
}
