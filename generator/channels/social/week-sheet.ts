import type { Campaign } from '../../../campaigns/campaign.ts';
import type { PlannedPost } from '../../../campaigns/channels/social/calendar.ts';
import { untied } from '../../../campaigns/channels/social/post-words.ts';
import type { Social } from '../../../campaigns/channels/social/social.ts';
import { OfficePage } from '../../artwork/office-page.ts';
import type { Shape } from '../../layout/drawing.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { Pictures } from '../../layout/satori.ts';
import { a4 } from '../../print/paper-sizes.ts';
import { findPlatform, findPost } from './links.ts';
import { drawCardPicture } from './picture.ts';

/** A4 upright. */
const left = 12;
const right = a4.width - 12;
const firstRow = 34;
const rowMm = 49;
const perPage = 5;

const dayName = new Intl.DateTimeFormat('hi-IN', { weekday: 'long', timeZone: 'UTC' });

interface Tools {
  campaign: Campaign;
  social: Social;
  fonts: Fonts;
  pictures: Pictures;
}

/** A week of the plan to hang beside the desk: what goes out when and where, and lines to note what came of it. */
export function weekSheets(
  tools: Tools,
  week: { number: number; posts: readonly PlannedPost[] },
): Shape[][] {
  const pages: Shape[][] = [];
  for (let from = 0; from < week.posts.length; from += perPage) {
    const page = new OfficePage(tools.fonts);
    header(page, tools, week);
    for (const [row, planned] of week.posts.slice(from, from + perPage).entries())
      postRow(page, tools, { planned, y: firstRow + row * rowMm });
    page.text('हर पोस्ट के बाद उसका लिंक और पहुँच कंसोल में दर्ज करें।', {
      x: left,
      y: 289,
      points: 9,
      maxWidth: right - left,
    });
    pages.push(page.shapes);
  }
  return pages;
}

function header(
  page: OfficePage,
  { campaign, social }: Tools,
  { number, posts }: { number: number; posts: readonly PlannedPost[] },
): void {
  page.fill('navy', 0, 0, a4.width, 26);
  page.text(`${campaign.app.name}: सोशल मीडिया, सप्ताह ${number}`, {
    x: left,
    y: 12.5,
    points: 19,
    weight: 800,
    ink: 'paper',
  });
  const [first, last] = [posts[0], posts.at(-1)].map((post) => dotted(post?.date ?? ''));
  page.text(`${first} से ${last}`, { x: left, y: 20.5, points: 12, ink: 'marigold' });
  if (social.calendar.proposal) {
    const mark = 'प्रस्ताव: अभी स्वीकृत नहीं';
    page.text(mark, { x: right, y: 12, points: 12, weight: 700, ink: 'marigold', align: 'right' });
  }
}

function postRow(
  page: OfficePage,
  { social, campaign, pictures, fonts }: Tools,
  { planned, y }: { planned: PlannedPost; y: number },
): void {
  const post = findPost(social, planned.post);
  const words = left + 76;
  page.fill('mist', left, y, right - left, rowMm - 4);
  page.fill('marigold', left, y, 34, rowMm - 4);
  page.text(dayName.format(new Date(planned.date)), {
    x: left + 4,
    y: y + 11,
    points: 15,
    weight: 800,
    ink: 'navy',
  });
  page.text(dotted(planned.date), {
    x: left + 4,
    y: y + 18.5,
    points: 11,
    weight: 700,
    ink: 'navy',
  });
  page.text(`${planned.slot.name.hi} ${planned.slot.time}`, {
    x: left + 4,
    y: y + 25.5,
    points: 11,
    ink: 'navy',
  });
  page.shapes.push(
    ...drawCardPicture(
      post.picture,
      { x: left + 38, y: y + 4, width: 34, height: rowMm - 12 },
      { pictures, serviceGroups: campaign.serviceGroups, face: fonts.typeface(800) },
    ),
  );
  page.text(untied(post.headline.hi), {
    x: words,
    y: y + 11.5,
    points: 18,
    weight: 800,
    ink: 'navy',
    maxWidth: right - words - 4,
  });
  const names = planned.platforms.map((id) => findPlatform(social, id).name.hi).join(', ');
  page.text(names, { x: words, y: y + 19, points: 11, weight: 700, maxWidth: right - words - 4 });
  const languages = planned.languages.map((id) => ({ hi: 'हिंदी', en: 'अंग्रेज़ी' })[id]).join(' और ');
  page.text(languages, { x: words, y: y + 25.5, points: 10 });
  page.frame(words, y + 30.5, 4.5, 4.5);
  page.text('डाली गई', { x: words + 6.5, y: y + 34.4, points: 10 });
  page.text('लिंक', { x: words + 25, y: y + 34.4, points: 10 });
  page.fill('key', words + 33, y + 35, right - words - 37, 0.25);
  page.text('पहुँच', { x: words + 25, y: y + 42, points: 10 });
  page.fill('key', words + 33, y + 42.6, right - words - 37, 0.25);
}

function dotted(date: string): string {
  return date.split('-').reverse().join('.');
}
