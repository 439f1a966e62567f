import type { VehiclePanel } from '../../../campaigns/channels/vehicles/vehicles.ts';
import { type Kit, type Page, slotBox } from '../../artwork/artwork.ts';
import { firstCall } from '../../artwork/foot-line.ts';
import { appLockup, appLockupWidth, policeEmblem } from '../../artwork/lockup.ts';
import { handPhone, handPhoneWidth } from '../../artwork/phone.ts';
import { stackedLines } from '../../artwork/stacked-lines.ts';
import { stampLine, stampLink, stampQr } from '../../artwork/stamp.ts';
import { block } from '../../artwork/typeset.ts';
import { column, type Node, slot } from '../../layout/node.ts';
import { quietModules } from '../../qr/qr-code.ts';

/** No letter nearer to the edge than this, which is cut by hand. */
export function panelSafeMm({ widthMm, heightMm }: { widthMm: number; heightMm: number }): number {
  return 0.03 * Math.min(widthMm, heightMm);
}

/** Modules of the version that the campaign's links have. */
const modules = 29;

/**
 * A panel on a vehicle, read from a following car: the board with fewer words. At the left whose it is, the headline and the
 * app's sign as large as it will go, whose panel it is and the number for an emergency on the foot; at the right the phone with
 * code, address and button. What is under a fitting of the vehicle is ground.
 */
export function splitPage(panel: VehiclePanel, bleedMm: number): Page {
  const size = { width: panel.widthMm, height: panel.heightMm };
  const grid = splitGrid(panel);
  return {
    id: '',
    tree: (kit) =>
      column(size, [
        ...grounds(panel, grid, bleedMm),
        ...words(kit, panel, grid),
        ...phone(kit, panel, grid),
      ]),
    stamp: (slots, imprint, kit) => [
      stampLine(slotBox(slots, 'name'), imprint.name, kit, {
        heightMm: grid.nameMm,
        floorMm: grid.bottom,
        weight: 800,
        ink: 'paper',
        part: 'name',
      }),
      stampQr(slotBox(slots, 'qr'), kit.qr),
      stampLink(slotBox(slots, 'link'), imprint, kit, grid.linkMm),
    ],
  };
}

type SplitGrid = ReturnType<typeof splitGrid>;

/** Everything is measured in hundredths of the free height beside the phone. */
function splitGrid(panel: VehiclePanel) {
  const { widthMm, heightMm, codeMm, keepOuts } = panel;
  const safe = panelSafeMm(panel) + 0.5;
  const boxMm = (codeMm * (modules + 2 * quietModules)) / modules;
  const phoneLeft = widthMm - safe - handPhoneWidth(boxMm);
  const beside = keepOuts.filter(({ x }) => x < phoneLeft);
  const over = keepOuts.filter(({ x, width }) => x + width > phoneLeft);
  const left: FreeBox = freeBox({ widthMm: phoneLeft, heightMm }, beside);
  const right = freeBox(
    { widthMm: widthMm - phoneLeft, heightMm },
    over.map((each) => ({ ...each, x: each.x - phoneLeft })),
  );
  const u = (left.bottom - left.top) / 100;
  const x = left.left + Math.max(safe, 3.3 * u);
  const across = phoneLeft - 3.7 * u - x;
  // A fitting is no edge that is cut: letters may be nearer to it.
  const bottom = left.bottom - (left.bottom < heightMm ? 0.35 * safe : safe);
  // Name and number are on one baseline, under whose letters their deepest signs have their room.
  const nameMm = 5.4 * u;
  const baseline = bottom - 0.46 * nameMm;
  const footTop = baseline - 1.6 * nameMm - 2.4 * u;
  return {
    safe,
    boxMm,
    phoneLeft,
    left,
    right,
    bottom,
    u,
    x,
    across,
    nameMm,
    baseline,
    footTop,
    linkMm: 3.2 * u,
  };
}

/** Widths of the name and of the number for an emergency, with the gap between, in widths of the measure. */
const nameShare = 0.45;
const callShare = 0.47;

/** Height of emblem and owner, in hundredths of the free height. */
const lockupUnits = 9.4;

function grounds(
  { widthMm, heightMm, ground }: VehiclePanel,
  { footTop }: SplitGrid,
  bleedMm: number,
): Node[] {
  const whole = { left: -bleedMm, width: widthMm + 2 * bleedMm };
  return [
    block(ground, { ...whole, top: -bleedMm, height: heightMm + 2 * bleedMm }),
    block('navy', { ...whole, top: footTop, height: heightMm + bleedMm - footTop }),
  ];
}

function words(kit: Kit, panel: VehiclePanel, grid: SplitGrid): Node[] {
  const { copy } = kit.campaign;
  const { left, u, x, safe, across, nameMm, baseline, footTop } = grid;
  const ink = panel.ground === 'red' ? 'paper' : 'navy';
  const lockup = { top: left.top + safe, height: lockupUnits * u };
  const shield = lockup.height * 0.82;
  const appMm = Math.min(22.3 * u, across / appLockupWidth(kit));
  const appTop = footTop - 2.9 * u - appMm;
  const headlineTop = lockup.top + lockup.height + 1.6 * u;
  return [
    policeEmblem({ left: x, ...lockup }),
    ...stackedLines(kit, copy.state.hi, {
      ...lockup,
      x: x + shield + 2.4 * u,
      width: across - shield - 2.4 * u,
      mostMm: 6.4 * u,
      mostLines: 1,
      ink,
      part: 'owner',
    }),
    ...stackedLines(kit, copy.headline.hi, {
      x,
      top: headlineTop,
      width: across,
      height: appTop - 1.6 * u - headlineTop,
      mostLines: 3,
      gapMm: 1.2 * u,
      ink,
      part: 'headline',
    }),
    ...appLockup(kit, { left: x, top: appTop, height: appMm, ink }),
    slot('name', {
      position: 'absolute',
      left: x,
      top: baseline - nameMm,
      width: nameShare * across,
      height: nameMm,
    }),
    ...firstCall(kit, {
      right: x + across,
      width: callShare * across,
      baseline,
      numberMm: baseline - footTop - 2.4 * u,
    }),
  ];
}

/** As high as the panel, whatever its fittings leave. */
function phone(kit: Kit, { ground }: VehiclePanel, grid: SplitGrid): Node[] {
  const { right, phoneLeft, boxMm, safe, linkMm } = grid;
  const content = (kit.campaign.vehicles?.scan ?? kit.campaign.copy.scan).hi;
  return handPhone(kit, {
    left: phoneLeft + right.left,
    top: right.top + safe,
    codeMm: boxMm,
    linkMm,
    height: right.bottom - right.top - 2 * safe,
    ring: ground,
    button: { content },
  });
}

/** A box within a panel, in mm from its upper left corner. */
export interface FreeBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Fitting {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The largest part of a panel clear of its fittings, cut straight across: above, below, left or right of each. */
export function freeBox(
  { widthMm, heightMm }: { widthMm: number; heightMm: number },
  keepOuts: readonly Fitting[],
): FreeBox {
  let free: FreeBox = { left: 0, top: 0, right: widthMm, bottom: heightMm };
  for (const { x, y, width, height } of keepOuts) {
    const cuts: FreeBox[] = [
      { ...free, bottom: Math.min(free.bottom, y) },
      { ...free, top: Math.max(free.top, y + height) },
      { ...free, right: Math.min(free.right, x) },
      { ...free, left: Math.max(free.left, x + width) },
    ];
    free = cuts.reduce((best, cut) => (measureArea(cut) > measureArea(best) ? cut : best));
  }
  return free;
}

function measureArea({ left, top, right, bottom }: FreeBox): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
