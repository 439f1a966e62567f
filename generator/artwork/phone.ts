import { isUrdu } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import { type Node, row, slot } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { block, fitMm, inkUnits, lineAt, middleLine } from './typeset.ts';

/**
 * The phone that is the code: its screen is the QR code with the quiet zone from edge to edge, above it how it is scanned,
 * below it where to look for the app, the address to type, and the button. Measured in thousandths of the code's box, so
 * that it is one drawing from the board to the sticker.
 */
export const phoneGrid = {
  frame: 28,
  screenRadius: 85,
  headHeight: 74,
  smallHeight: 33.6,
  buttonInset: 25,
  scanHeight: 88,
} as const;

const { frame, buttonInset } = phoneGrid;
const ring = 9;
/** The head, and from the code's box to the button's lower edge. */
const heads = 513;

/** Height over the width of the code's box. */
export const phoneHeight = (2 * frame + heads + 1000 + buttonInset) / 1000;
export const phoneWidth = (1000 + 2 * frame) / 1000;

/**
 * @param codeMm width of the QR code with its quiet zone, which is the width of the screen
 * @param heightMm of a taller phone: head and button share the rest
 */
export function phone(
  kit: Kit,
  at: { left: number; top: number; codeMm: number; heightMm?: number },
): Node[] {
  const u = at.codeMm / 1000;
  const { heightMm = phoneHeight * at.codeMm } = at;
  const taller = heightMm / u - 1000 * phoneHeight;
  const head = headHeight(kit) + headShare * taller;
  const left = at.left + frame * u;
  const top = at.top + frame * u;
  const middle = left + 500 * u;
  const codeTop = top + head * u;
  const corner = phoneGrid.screenRadius * u;
  return [
    // Where it is on the foot, black on navy, the field of the headline goes around it.
    block('marigold', {
      left: at.left - ring * u,
      top: at.top - ring * u,
      width: phoneWidth * at.codeMm + 2 * ring * u,
      height: heightMm + 2 * ring * u,
      radius: (phoneGrid.screenRadius + frame * 0.9 + ring) * u,
    }),
    ...sideKeys(at, u),
    block(
      'key',
      {
        left: at.left,
        top: at.top,
        width: phoneWidth * at.codeMm,
        height: heightMm,
        radius: (phoneGrid.screenRadius + frame * 0.9) * u,
      },
      'phone',
    ),
    // It begins under the head, at whose round corners it would show as a pale line.
    row({
      position: 'absolute',
      left,
      top: top + 0.97 * head * u,
      width: at.codeMm,
      height: heightMm - (2 * frame + 0.97 * head) * u,
      borderBottomLeftRadius: corner,
      borderBottomRightRadius: corner,
      ground: 'paper',
      part: 'phone',
    }),
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
    headLine(kit, { middle, top, head, u }),
    slot('qr', { position: 'absolute', left, top: codeTop, width: at.codeMm, height: at.codeMm }),
    ...screenFoot(kit, {
      left,
      codeBottom: codeTop + at.codeMm,
      u,
      taller: (1 - headShare) * taller,
    }),
  ];
}

/** How much of what a phone is taller is the head's. */
const headShare = 0.4;

/** Nastaliq reaches twice as far over and under its letters: what is below the code is closer. */
function headHeight({ campaign }: Kit): number {
  return isUrdu(campaign.copy.scanDetail.hi) ? 150 : 138;
}

/** How the code is scanned, on the head of the phone; where that would be small print, the app's name. */
function headLine(
  kit: Kit,
  { middle, top, head, u }: { middle: number; top: number; head: number; u: number },
): Node {
  const { app, copy } = kit.campaign;
  const inkShare = isUrdu(copy.scanDetail.hi) ? 0.77 : 0.7;
  const set = (text: string, part: string) => {
    const { above, below } = inkUnits(kit, text, 800);
    const most = Math.min(phoneGrid.headHeight, (inkShare * head) / (above + below));
    const height = fitMm(kit, text, { heightMm: most, widthMm: 880, weight: 800 });
    return { text, part, height, baseline: (head + (above - below) * height) / 2 };
  };
  const call = set(copy.scanDetail.hi, 'scan-detail');
  const { text, part, height, baseline } = call.height < leastCall ? set(app.name, 'app') : call;
  return lineAt(kit, text, {
    x: middle,
    anchor: 'middle',
    baseline: top + baseline * u,
    heightMm: height * u,
    weight: 800,
    ink: 'marigold',
    part,
  });
}

const leastCall = 41;

/** Below the code: where to look for the app, the link's slot, the button; an app's name that would be small print begins a line. */
function screenFoot(
  kit: Kit,
  at: { left: number; codeBottom: number; u: number; taller: number },
): Node[] {
  const { left, codeBottom, u, taller } = at;
  const { smallHeight, screenRadius, scanHeight } = phoneGrid;
  const { lines, linkBaseline, buttonTop } = placeStores(kit);
  const button = heads + taller - headHeight(kit) - buttonTop;
  return [
    ...lines.map(({ text, baseline, height }) =>
      lineAt(kit, text, {
        x: left + 500 * u,
        anchor: 'middle',
        baseline: codeBottom + baseline * u,
        heightMm: height * u,
        ink: 'navy',
        part: 'stores',
      }),
    ),
    slot('link', {
      position: 'absolute',
      left: left + 60 * u,
      top: codeBottom + (linkBaseline - smallHeight) * u,
      width: 880 * u,
      height: smallHeight * u,
    }),
    ...scanButton(kit, {
      left: left + buttonInset * u,
      top: codeBottom + buttonTop * u,
      width: (1000 - 2 * buttonInset) * u,
      height: button * u,
      radius: (screenRadius - buttonInset) * u,
      heightMm: Math.min(scanHeight, (button - 34) / 1.6) * u,
    }),
  ];
}

/** Least height of the line on one line. */
const leastStores = 30;

/** Where to look for the app, the address and the button, in thousandths below the code's box. */
function placeStores(kit: Kit): {
  lines: { text: string; baseline: number; height: number }[];
  linkBaseline: number;
  buttonTop: number;
} {
  const content = kit.campaign.copy.stores.hi;
  const fit = (text: string, heightMm: number) => fitMm(kit, text, { heightMm, widthMm: 896 });
  const height = fit(content, phoneGrid.smallHeight);
  if (isUrdu(content)) {
    // It keeps clear of the code and of the link by its ink.
    const { above, below: under } = inkUnits(kit, content, 700);
    const fitted = Math.min(height, 75 / (above + under));
    const lines = [{ text: content, baseline: 78 - under * fitted, height: fitted }];
    return { lines, linkBaseline: 131, buttonTop: 165 };
  }
  const named = content.indexOf('“');
  if (height >= leastStores || named <= 0) {
    // High letters keep clear of the code.
    const baseline = Math.max(49, inkUnits(kit, content, 700).above * height + 4);
    return {
      lines: [{ text: content, baseline, height }],
      linkBaseline: baseline + 74,
      buttonTop: 172,
    };
  }
  const halves = [content.slice(0, named).trim(), content.slice(named)];
  const both = Math.min(...halves.map((text) => fit(text, 30)));
  const lines = halves.map((text, at) => ({ text, baseline: 46 + at * 63, height: both }));
  return { lines, linkBaseline: 175, buttonTop: 204 };
}

/** The red button; its words are in the middle, a little higher than their ink, most of which is letters. */
export function scanButton(
  kit: Kit,
  {
    heightMm,
    part = 'scan',
    content = kit.campaign.copy.scan.hi,
    urduShare = 0.82,
    ...box
  }: Parameters<typeof block>[1] & {
    heightMm: number;
    part?: string;
    content?: string;
    urduShare?: number;
  },
): Node[] {
  const { above, below: under } = inkUnits(kit, content, 800);
  // Urdu fills the button by its ink, whatever height Hindi has there.
  const most = isUrdu(content) ? (urduShare * box.height) / (above + under) : heightMm;
  const size = fitMm(kit, content, { heightMm: most, widthMm: 0.9 * box.width, weight: 800 });
  const spare = box.height - (above + under) * size;
  const rise = isUrdu(content) ? 0 : Math.max(0, Math.min(0.04 * size, 0.3 * spare));
  return [
    block('red', box, 'call'),
    middleLine(kit, content, {
      x: box.left + box.width / 2,
      anchor: 'middle',
      top: box.top - rise,
      height: box.height,
      heightMm: size,
      weight: 800,
      ink: 'paper',
      part,
    }),
  ];
}

/**
 * A smaller phone in widths of its code's box: frame, the rim that leaves the quiet zone whole at the round corners, the
 * button's distance from the screen's edge, and the line around it where it is on another field.
 */
const hand = { frame: 0.028, rim: 0.014, inset: 0.031, ring: 0.02, radius: 0.071 };

export function handPhoneWidth(codeMm: number): number {
  return codeMm * (1 + 2 * (hand.rim + hand.frame));
}

/** The phone of smaller pieces: code and button; its other lines would be small print. */
export function handPhone(
  kit: Kit,
  at: {
    left: number;
    top: number;
    height: number;
    codeMm: number;
    button?: { part?: string };
  },
): Node[] {
  const { left, top, height, codeMm, button = {} } = at;
  const frame = hand.frame * codeMm;
  const rim = hand.rim * codeMm;
  const inset = hand.inset * codeMm;
  const outer = { left, top, width: handPhoneWidth(codeMm), height };
  const screen = grow(outer, -frame);
  const code = { left: screen.left + rim, top: screen.top + rim, width: codeMm, height: codeMm };
  const buttonTop = code.top + codeMm;
  const buttonMm = screen.top + screen.height - inset - buttonTop;
  const radius = hand.radius * codeMm;
  return [
    block('marigold', {
      ...grow(outer, hand.ring * codeMm),
      radius: radius + hand.ring * codeMm,
    }),
    block('key', { ...outer, radius }, 'phone'),
    block('paper', { ...screen, radius: radius - frame }, 'phone'),
    slot('qr', { position: 'absolute', ...code }),
    ...scanButton(kit, {
      left: screen.left + inset,
      top: buttonTop,
      width: screen.width - 2 * inset,
      height: buttonMm,
      radius: radius - frame - 0.4 * inset,
      heightMm: 0.51 * buttonMm,
      ...button,
    }),
  ];
}

interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

function grow({ left, top, width, height }: Rect, by: number): Rect {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
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
