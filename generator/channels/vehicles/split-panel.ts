import type { VehiclePanel } from '../../../campaigns/vehicles/vehicles.ts';
import type { Kit, Page } from '../../artwork/artwork.ts';
import { slotBox } from '../../artwork/artwork.ts';
import { stackedLines } from '../../artwork/stacked-lines.ts';
import { stampQr } from '../../artwork/stamp.ts';
import { block, inkUnits, lineAt } from '../../artwork/typeset.ts';
import { column, type Node, slot } from '../../layout/node.ts';
import { quietModules } from '../../qr/qr-code.ts';
import { type FreeBox, freeBox } from './free-box.ts';

/** No letter nearer to the edge than this, which is cut by hand. */
export function panelSafeMm({ widthMm, heightMm }: { widthMm: number; heightMm: number }): number {
  return 0.03 * Math.min(widthMm, heightMm);
}

/** Modules of the version that the campaign's links have. */
const modules = 29;

/**
 * A panel on a vehicle: words at the left, large enough to be read in passing; at the right the phone's screen, cut off by
 * the panel's edge, with the app's name over the code. What stands under a fitting of the vehicle is ground.
 */
export function splitPage(panel: VehiclePanel, bleedMm: number): Page {
  const size = { width: panel.widthMm, height: panel.heightMm };
  return {
    id: '',
    tree(kit) {
      const grid = splitGrid(kit, panel);
      return column(size, [
        ...grounds(panel, grid, bleedMm),
        ...words(kit, panel, grid),
        ...screen(kit, grid),
      ]);
    },
    stamp: (slots, _, kit) => [stampQr(slotBox(slots, 'qr'), kit.qr)],
  };
}

type SplitGrid = {
  /** The area that no fitting covers. */
  free: FreeBox;
  /** The head of the screen, which carries the app's name. */
  headHeight: number;
  screenWidth: number;
  screenLeft: number;
  pad: number;
  quiet: number;
  /** Side of the code with its quiet zone. */
  boxMm: number;
  appMm: number;
  footTop: number;
  footHeight: number;
};

function splitGrid(kit: Kit, panel: VehiclePanel): SplitGrid {
  const { widthMm, heightMm, codeMm, textMm, position } = panel;
  const free = freeBox(panel, panel.keepOuts);
  const boxMm = (codeMm * (modules + 2 * quietModules)) / modules;
  const height = free.bottom - free.top;
  const quiet = 0.018 * heightMm;
  const screenHeight = boxMm + 2 * quiet;
  const headHeight = height - screenHeight;
  const footHeight = 0.125 * height;
  const pad = 0.026 * widthMm;
  const name = inkUnits(kit, kit.campaign.app.name, 800).width;
  const least = position === 'door' ? textMm * 1.005 * name : 0;
  const screenWidth = Math.max(boxMm + 2 * quiet, least + 2 * pad);
  return {
    free,
    headHeight,
    screenWidth,
    screenLeft: free.right - screenWidth,
    pad,
    quiet,
    boxMm,
    appMm: Math.min((screenWidth - 2 * pad) / name, 0.66 * headHeight),
    footTop: free.bottom - footHeight,
    footHeight,
  };
}

function grounds(
  { widthMm, heightMm, ground }: VehiclePanel,
  { free, headHeight, screenLeft, footTop }: SplitGrid,
  bleedMm: number,
): Node[] {
  const edge = { right: widthMm + bleedMm, bottom: heightMm + bleedMm };
  return [
    block(ground, {
      left: -bleedMm,
      top: -bleedMm,
      width: widthMm + 2 * bleedMm,
      height: heightMm + 2 * bleedMm,
    }),
    block('navy', {
      left: -bleedMm,
      top: footTop,
      width: screenLeft + bleedMm,
      height: edge.bottom - footTop,
    }),
    block('navy', {
      left: screenLeft,
      top: -bleedMm,
      width: edge.right - screenLeft,
      height: free.top + headHeight + bleedMm,
    }),
    block('paper', {
      left: screenLeft,
      top: free.top + headHeight,
      width: edge.right - screenLeft,
      height: edge.bottom - free.top - headHeight,
    }),
  ];
}

function words(kit: Kit, panel: VehiclePanel, grid: SplitGrid): Node[] {
  const { copy } = kit.campaign;
  const { free, pad, footTop, footHeight } = grid;
  const safe = panelSafeMm(panel) + 0.5;
  const across = { x: free.left + pad, width: grid.screenLeft - free.left - 2 * pad };
  return [
    ...stackedLines(kit, copy.headline.hi, {
      ...across,
      top: free.top + safe,
      height: footTop - free.top - 2 * safe,
      mostLines: 3,
      ink: panel.ground === 'red' ? 'paper' : 'navy',
      part: 'headline',
    }),
    ...stackedLines(kit, copy.free.hi, {
      ...across,
      top: footTop + 0.18 * footHeight,
      height: footHeight * 0.82 - Math.max(safe, 0.2 * footHeight),
      mostLines: 1,
      ink: 'marigold',
      part: 'free',
    }),
  ];
}

/** The app's name over the code. */
function screen(kit: Kit, grid: SplitGrid): Node[] {
  const { free, headHeight, screenLeft, screenWidth, boxMm, appMm } = grid;
  return [
    lineAt(kit, kit.campaign.app.name, {
      x: screenLeft + screenWidth / 2,
      anchor: 'middle',
      baseline: free.top + (headHeight + appMm) / 2,
      heightMm: appMm,
      weight: 800,
      ink: 'marigold',
      part: 'app',
    }),
    slot('qr', {
      position: 'absolute',
      left: screenLeft + (screenWidth - boxMm) / 2,
      top: free.top + headHeight + grid.quiet,
      width: boxMm,
      height: boxMm,
    }),
  ];
}
