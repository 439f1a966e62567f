import type { Campaign } from '../../campaigns/campaign.ts';
import { ticketWords } from '../../campaigns/words/ticket-words.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { OfficeSheet } from '../print/office-file.ts';
import { a4 } from '../print/paper-sizes.ts';
import { ticketLeft as left, OfficePage, ticketRight as right, ticketHead } from './office-page.ts';

const bottom = 276;

/** A row of the ticket: what it is, and the lines below it. */
export interface JobRow {
  title: string;
  code: string;
  lines: readonly string[];
}

export interface Job {
  title: string;
  subtitle: string;
  facts: readonly (readonly [label: string, value: string])[];
  /** Problems to settle first, in red. */
  warnings: readonly string[];
  signatures: readonly string[];
  rows: readonly JobRow[];
}

/** A job ticket of a channel on A4: facts, warnings, boxes to sign, and a row a file. */
export function jobTicket(campaign: Campaign, fonts: Fonts, job: Job): OfficeSheet[] {
  const pages: OfficePage[] = [];
  const open = () => {
    const page = new OfficePage(fonts);
    pages.push(page);
    ticketHead(page, campaign, {
      title: `${campaign.app.name}: ${job.title}`,
      points: 18,
      subtitle: job.subtitle,
      maxWidth: 150,
    });
    return page;
  };
  let page = open();
  let y = 32;
  for (const [label, value] of job.facts) {
    page.text(label, { x: left, y, points: 8.5, weight: 700, ink: 'navy' });
    page.text(value, { x: left + 36, y, points: 8.5, maxWidth: right - left - 36 });
    y += 5.2;
  }
  for (const warning of [...job.warnings, ...linkWarning(campaign)]) {
    page.fill('red', left, y - 3, right - left, 6.4);
    page.text(warning, {
      x: left + 2,
      y: y + 1.3,
      points: 9,
      weight: 700,
      ink: 'paper',
      maxWidth: right - left - 4,
    });
    y += 8;
  }
  page.signatures(job.signatures, { x: left, y, width: right - left, height: 22 });
  y += 30;
  for (const row of job.rows) {
    const height = 6.4 + row.lines.length * 4.6 + 2;
    if (y + height > bottom) {
      page = open();
      y = 34;
    }
    page.text(row.title, {
      x: left,
      y,
      points: 10,
      weight: 800,
      ink: 'navy',
      maxWidth: right - left - 34,
    });
    page.text(row.code, { x: right, y, points: 10, weight: 700, align: 'right' });
    for (const [index, text] of row.lines.entries()) {
      page.text(text, { x: left, y: y + 5 + index * 4.6, points: 8.5, maxWidth: right - left });
    }
    page.fill('mist', left, y + height - 5.6, right - left, 0.25);
    y += height;
  }
  for (const [index, each] of pages.entries()) {
    each.text(`पृष्ठ ${index + 1}/${pages.length}`, { x: left, y: 288, points: 8 });
  }
  return pages.map(({ shapes }) => ({ trimMm: a4, shapes }));
}

function linkWarning(campaign: Campaign): string[] {
  const { confirmed, host } = campaign.links;
  return confirmed ? [] : [ticketWords(campaign).hold(host)];
}
