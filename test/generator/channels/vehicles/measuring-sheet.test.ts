import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { measuringSheet } from '../../../../generator/channels/vehicles/measuring-sheet.ts';
import { loadFonts } from '../../../../generator/layout/fonts-fs.ts';
import { createContentReader } from '../../../../generator/preflight/reader/content.ts';
import { openPdf } from '../../../../generator/preflight/reader/document.ts';
import { readPages } from '../../../../generator/preflight/reader/page.ts';
import { officeFile } from '../../../../generator/print/office-file.ts';
import { coatedIntent } from '../../../../generator/print/output-intent-fs.ts';

const campaign = loadCampaign('up-cop');
const panels = campaign.vehicles?.panels ?? [];
const fonts = loadFonts();
const about = { title: 'Measuring sheet', date: campaign.versionDate };

test.each(panels)('the measuring sheet of $id is true to the millimetre in its file', (panel) => {
  const sheet = measuringSheet(campaign, fonts, panel);
  const bytes = Buffer.concat(officeFile([sheet], about, { intent: coatedIntent() }).parts);
  const [page] = readPages(openPdf(bytes), createContentReader());
  const marks = (page?.marks ?? []).map(({ edges: { left, top, right, bottom } }) => ({
    left,
    top,
    right,
    bottom,
    width: right - left,
    height: bottom - top,
  }));
  const near = (a: number, b: number) => Math.abs(a - b) < 0.02;

  const { widthMm, heightMm, keepOuts } = panel;
  const outline = marks.find(({ width, height }) => near(width, widthMm) && near(height, heightMm));
  if (outline === undefined) throw new Error(`Expected an outline of ${widthMm} × ${heightMm} mm`);
  for (const { x, y, width, height } of keepOuts)
    expect(
      marks.some(
        (mark) =>
          near(mark.left, outline.left + x) &&
          near(mark.top, outline.top + y) &&
          near(mark.width, width) &&
          near(mark.height, height),
      ),
    ).toBe(true);

  const across = marks.filter((mark) => near(mark.width, 0.1) && mark.bottom < outline.top);
  const down = marks.filter((mark) => near(mark.height, 0.1) && mark.right < outline.left);
  expect([across.length, down.length]).toEqual([widthMm + 1, heightMm + 1]);
  for (const [at, tick] of across.entries()) {
    expect(tick.left + 0.05 - outline.left).toBeCloseTo(at, 1);
    expect(near(tick.height, 4)).toBe(at % 10 === 0);
  }
  for (const [at, tick] of down.entries()) expect(tick.top + 0.05 - outline.top).toBeCloseTo(at, 1);

  const { width, height } = sheet.trimMm;
  expect(page?.trimMm.width).toBeCloseTo(width, 1);
  expect(page?.trimMm.height).toBeCloseTo(height, 1);
});
