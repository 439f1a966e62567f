import { printedHelpLines } from '../../../campaigns/campaign.ts';
import type { VehiclePanel } from '../../../campaigns/vehicles/vehicles.ts';
import type { Kit, NameGrid, Page } from '../../artwork/artwork.ts';
import { slotBox } from '../../artwork/artwork.ts';
import { phoneGrid, scanButton } from '../../artwork/phone.ts';
import { stackedLines } from '../../artwork/stacked-lines.ts';
import { stampLink, stampName, stampQr } from '../../artwork/stamp.ts';
import { block, fitMm, inkUnits, lineAt } from '../../artwork/typeset.ts';
import { column, emblem, type Node, row, slot } from '../../layout/node.ts';
import { quietModules } from '../../qr/qr-code.ts';
import { type FreeBox, freeBox } from './free-box.ts';

/** No letter nearer to the edge than this, which is cut by hand. */
export function panelSafeMm({ widthMm, heightMm }: { widthMm: number; heightMm: number }): number {
  return 0.03 * Math.min(widthMm, heightMm);
}

/** Modules of the version that the campaign's links have. */
const modules = 29;

/**
 * A panel on a vehicle, read from a following car: whose it is and the headline at the left, on the band below the app's
 * name as large as it will go, whose panel it is, that it is free and the number for an emergency. The right is white up to
 * the edge: code, address and button. What stands under a fitting of the vehicle is ground.
 */
export function splitPage(panel: VehiclePanel, bleedMm: number): Page {
  const size = { width: panel.widthMm, height: panel.heightMm };
  const grid = splitGrid(panel);
  return {
    id: '',
    name: grid.name,
    tree: (kit) =>
      column(size, [
        ...grounds(panel, grid, bleedMm),
        ...words(kit, panel, grid),
        ...screen(kit, grid),
      ]),
    stamp: (slots, imprint, kit) => [
      ...stampName(slotBox(slots, 'name'), imprint.name, kit, { grid: grid.name, ink: 'paper' }),
      stampQr(slotBox(slots, 'qr'), kit.qr),
      stampLink(slotBox(slots, 'link'), imprint, kit, grid.linkMm),
    ],
  };
}

type SplitGrid = ReturnType<typeof splitGrid>;

/** Everything is measured in hundredths of the free height beside the code. */
function splitGrid(panel: VehiclePanel) {
  const { widthMm, heightMm, codeMm, keepOuts } = panel;
  const safe = panelSafeMm(panel) + 0.5;
  const boxMm = (codeMm * (modules + 2 * quietModules)) / modules;
  const screenLeft = widthMm - boxMm * 1.05;
  const beside = keepOuts.filter(({ x }) => x < screenLeft);
  const over = keepOuts.filter(({ x, width }) => x + width > screenLeft);
  const left: FreeBox = freeBox({ widthMm: screenLeft, heightMm }, beside);
  const right = freeBox(
    { widthMm: widthMm - screenLeft, heightMm },
    over.map((each) => ({ ...each, x: each.x - screenLeft })),
  );
  const u = (left.bottom - left.top) / 100;
  const pad = 4.2 * u;
  const frameMm = (phoneGrid.frame / 1000) * boxMm;
  const across = screenLeft - frameMm - left.left - 2 * pad;
  // A fitting is no edge that is cut: letters may stand nearer to it.
  const bottom = left.bottom - (left.bottom < heightMm ? 0.35 * safe : safe);
  // The headline on two lines goes across the measure.
  const headlineTop = left.top + safe + lockupUnits * u;
  const bandTop = Math.min(left.top + 62 * u, headlineTop + 3.2 * u + 0.5 * across);
  // Where the app's name across the measure leaves room, that it is free has a line of its own.
  const isApart = bottom - bandTop - 0.2 * across > 22 * u;
  const nameMm = (isApart ? 4.1 : 5.2) * u;
  const name: NameGrid = {
    widthMm: (isApart ? 1 - emergencyShare : 0.52) * across,
    shirorekhaMm: bottom - 1.55 * nameMm,
    aboveMm: 0.6 * nameMm,
    belowMm: 1.55 * nameMm,
    idealHeightMm: nameMm,
    minHeightMm: 2.6 * u,
    gapMm: 0.01 * heightMm,
  };
  return {
    ...{ safe, boxMm, frameMm, screenLeft, left, right, u, pad, bandTop, across, name, isApart },
    ...{ headlineTop, linkMm: 3.6 * u },
  };
}

/** The number for an emergency at the right of whose panel it is, with the gap before it, in widths of the measure. */
const emergencyShare = 0.32;

/** Height of emblem and owner, in hundredths of the free height. */
const lockupUnits = 10;

function grounds(
  { widthMm, heightMm, ground }: VehiclePanel,
  { screenLeft, frameMm, bandTop }: SplitGrid,
  bleedMm: number,
): Node[] {
  const whole = { left: -bleedMm, top: -bleedMm, height: heightMm + 2 * bleedMm };
  return [
    block(ground, { ...whole, width: widthMm + 2 * bleedMm }),
    block('navy', {
      left: -bleedMm,
      top: bandTop,
      width: screenLeft - frameMm + bleedMm,
      height: heightMm + bleedMm - bandTop,
    }),
    block('paper', {
      ...{ ...whole, left: screenLeft - frameMm },
      width: widthMm + bleedMm - screenLeft + frameMm,
    }),
  ];
}

function words(kit: Kit, panel: VehiclePanel, grid: SplitGrid): Node[] {
  const { copy } = kit.campaign;
  const { left, u, pad, safe, bandTop, across, name, headlineTop } = grid;
  const ink = panel.ground === 'red' ? 'paper' : 'navy';
  const x = left.left + pad;
  const lockup = { top: left.top + safe, height: lockupUnits * u };
  const shield = lockup.height * 0.82;
  const mostLines = 1;
  return [
    row({ position: 'absolute', left: x, ...lockup, width: shield }, [
      emblem({ width: shield, height: lockup.height, part: 'emblem' }),
    ]),
    ...stackedLines(kit, copy.state.hi, {
      ...lockup,
      ...{ x: x + shield + 2.4 * u, width: across - shield - 2.4 * u, mostMm: 6.4 * u, mostLines },
      ink,
      part: 'owner',
    }),
    ...stackedLines(kit, copy.headline.hi, {
      x,
      top: headlineTop + 1.6 * u,
      width: across,
      height: bandTop - headlineTop - 3.2 * u,
      mostLines: 3,
      gapMm: 1.2 * u,
      ink,
      part: 'headline',
    }),
    ...appAndFree(kit, grid, x),
    slot('name', {
      position: 'absolute',
      left: x,
      top: name.shirorekhaMm,
      width: name.widthMm,
      height: name.belowMm,
    }),
  ];
}

/** The app's name across the band; that it is free in even steps between it and whose panel it is, or beside that. */
function appAndFree(kit: Kit, grid: SplitGrid, x: number): Node[] {
  const { u, bandTop, across, name, isApart } = grid;
  const { app, copy } = kit.campaign;
  const { idealHeightMm: heightMm, shirorekhaMm, aboveMm } = name;
  const free = inkUnits(kit, copy.free.hi, 800);
  const freeMm = Math.min(heightMm, ((isApart ? 1 - emergencyShare : 0.42) * across) / free.width);
  const freeBaseline = isApart
    ? shirorekhaMm - aboveMm - 1.2 * u - free.below * freeMm
    : shirorekhaMm + heightMm;
  const bottom = isApart ? freeBaseline - free.above * freeMm : shirorekhaMm - aboveMm;
  return [
    ...stackedLines(kit, app.name, {
      ...{ x, width: across, top: bandTop + 2.6 * u, height: bottom - bandTop - 4 * u },
      ...{ mostLines: 1, ink: 'marigold', part: 'app' },
    }),
    lineAt(kit, copy.free.hi, {
      ...{ ...(isApart ? { x } : { x: x + across, anchor: 'right' }), baseline: freeBaseline },
      ...{ heightMm: freeMm, weight: 800, ink: 'marigold', part: 'free' },
    }),
    ...(isApart
      ? emergency(kit, grid, { right: x + across, top: freeBaseline - free.above * freeMm })
      : []),
  ];
}

/** The first of the help lines, as high as both lines beside it and on their foot. */
function emergency(
  kit: Kit,
  { across, name }: SplitGrid,
  { right, top }: { right: number; top: number },
): Node[] {
  const [line] = printedHelpLines(kit.campaign);
  if (line === undefined) return [];
  const baseline = name.shirorekhaMm + name.idealHeightMm;
  const most = { heightMm: baseline - top, widthMm: (emergencyShare - 0.05) * across };
  const heightMm = fitMm(kit, line.number, { ...most, weight: 800 });
  return [
    lineAt(kit, line.number, {
      ...{ x: right, anchor: 'right', baseline, heightMm, weight: 800 },
      ...{ ink: 'paper', part: 'help-line' },
    }),
  ];
}

/** The screen: code, the address for those who type, and the button. */
function screen(kit: Kit, grid: SplitGrid): Node[] {
  const { right, screenLeft, boxMm, frameMm, safe, linkMm } = grid;
  const middle = screenLeft + (right.left + right.right) / 2;
  const codeTop =
    right.top +
    Math.max(frameMm + 0.008 * boxMm, safe - (boxMm * quietModules) / (modules + 2 * quietModules));
  const linkTop = codeTop + boxMm + 0.5 * linkMm;
  const buttonTop = linkTop + 2 * linkMm;
  const width = Math.min(boxMm * 0.94, right.right - right.left - 2 * safe);
  const height = right.bottom - safe - buttonTop;
  return [
    slot('qr', {
      position: 'absolute',
      left: middle - boxMm / 2,
      top: codeTop,
      width: boxMm,
      height: boxMm,
    }),
    slot('link', {
      position: 'absolute',
      left: middle - width / 2,
      top: linkTop,
      width,
      height: linkMm,
    }),
    ...scanButton(kit, {
      left: middle - width / 2,
      top: buttonTop,
      width,
      height,
      radius: 0.18 * height,
      heightMm: Math.min(height / 2.4, width / 6.2),
    }),
  ];
}
