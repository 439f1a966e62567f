import { writeFileSync } from 'node:fs';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import {
  type PlannedPost,
  plannedPosts,
  postSurface,
} from '../../../campaigns/channels/social/calendar.ts';
import { writeCaption, writeTitle } from '../../../campaigns/channels/social/caption.ts';
import { calendarPaths, cardPath } from '../../../campaigns/channels/social/card-paths.ts';
import { untied } from '../../../campaigns/channels/social/post-words.ts';
import type {
  Social,
  SocialLanguage,
  SocialPlatform,
  SocialPost,
} from '../../../campaigns/channels/social/social.ts';
import type { PlannedShelfFile } from '../../../campaigns/shelf.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { addDays, timeZone } from '../../../campaigns/tracker/clock.ts';
import { officeFile } from '../../print/office-file.ts';
import { a4 } from '../../print/paper-sizes.ts';
import { drawnInputs } from '../../run/code-hash-fs.ts';
import { digest } from '../../run/digest.ts';
import { openSources } from '../../run/shared-layout.ts';
import {
  inRoom,
  plainFile,
  type ShelfItem,
  type ShelfSources,
  textItem,
} from '../../shelf/item.ts';
import { findPlatform, findPost, platformLink } from './links.ts';
import { weekSheets } from './week-sheet.ts';

/** One caption of one planned post, for one platform in one language. */
interface Sending {
  planned: PlannedPost;
  post: SocialPost;
  platform: SocialPlatform;
  language: SocialLanguage;
  title: string;
  caption: string;
  image: string;
  link: string;
}

/** The plan as calendar, as table for schedulers and as sheets to print. */
export function calendarItems(sources: ShelfSources, social: Social): ShelfItem[] {
  const posts = plannedPosts(social);
  if (posts.length === 0) return [];
  const { campaign } = sources;
  const sendings = posts.flatMap((planned) => listSendings(planned, sources, social));
  const file = (item: string, format: string, path: string): PlannedShelfFile => ({
    ...plainFile,
    item,
    format,
    path,
    language: 'hi',
  });
  const paths = calendarPaths(sources.campaign.id);
  const sheets = file('calendar-week', 'pdf', paths.pdf);
  return [
    textItem(file('calendar', 'ics', paths.ics), writeIcs(posts, sendings, sources, social)),
    textItem(file('calendar', 'csv', paths.csv), writeCsv(sendings)),
    {
      files: [{ ...sheets, mm: a4 }],
      inputs: digest([
        drawnInputs(['channels/social/calendar-items.ts'], {
          campaign,
          published: sources.config.published,
        }),
        JSON.stringify([posts, social.posts, social.platforms, campaign]),
      ]),
      async make(room) {
        writeFileSync(inRoom(room, sheets.path), weekPdf(posts, sources, social));
      },
    },
  ];
}

function listSendings(
  planned: PlannedPost,
  { campaign, registry, config }: ShelfSources,
  social: Social,
): Sending[] {
  const post = findPost(social, planned.post);
  return planned.platforms.flatMap((id) => {
    const platform = findPlatform(social, id);
    const { link } = platformLink(campaign, registry, platform);
    const surface = postSurface(social, id);
    return planned.languages.map((language) => ({
      planned,
      post,
      platform,
      language,
      link,
      title: platform.titleLimit === null ? '' : writeTitle(social, post, language),
      caption: writeCaption({ social, post, platform, language, menu: campaign, link }),
      image: `${config.publicUrl}/files/${cardPath({ campaign: campaign.id, post: post.id, language }, surface.id, id)}`,
    }));
  });
}

function writeIcs(
  posts: readonly PlannedPost[],
  sendings: readonly Sending[],
  { campaign, config }: ShelfSources,
  social: Social,
): string {
  const { proposal } = social.calendar;
  const events = posts.map((planned): CalendarEvent => {
    const own = sendings.filter((sending) => sending.planned === planned);
    const names = [...new Set(own.map(({ platform }) => platform.name.hi))].join(', ');
    const [first] = own;
    return {
      ...planned,
      summary: `${proposal ? 'प्रस्ताव: ' : ''}${untied(first?.post.headline.hi ?? '')} (${planned.slot.name.hi} ${planned.slot.time}; ${names})`,
      description: own
        .map(({ platform, language, title, caption }) =>
          [`── ${platform.name[language]} ──`, title, caption]
            .filter((line) => line !== '')
            .join('\n'),
        )
        .join('\n\n'),
      url: `${config.publicUrl}/social/#${planned.post}`,
      attachments: own.map(({ image }) => image),
    };
  });
  return calendarIcs(events, {
    company: campaign.copy.state.en,
    name: `${campaign.app.name}: सोशल मीडिया${proposal ? ' (प्रस्ताव)' : ''}`,
    campaign: campaign.id,
    host: campaign.links.host,
    stamp: campaign.versionDate,
    proposal,
  });
}

function writeCsv(sendings: readonly Sending[]): string {
  const head = [
    'date',
    'time',
    'timezone',
    'platform',
    'language',
    'title',
    'text',
    'image',
    'alt',
    'link',
  ];
  return sheetCsv([
    head,
    ...sendings.map(({ planned, post, platform, language, title, caption, image, link }) => [
      planned.date,
      planned.slot.time,
      timeZone,
      platform.id,
      language,
      title,
      caption,
      image,
      post.alt[language],
      link,
    ]),
  ]);
}

function weekPdf(
  posts: readonly PlannedPost[],
  { campaign, config }: ShelfSources,
  social: Social,
): Buffer {
  const tools = { campaign, social, ...openSources(config.published) };
  const start = Date.parse(social.calendar.startsOn);
  const weeks = Map.groupBy(posts, ({ date }) =>
    Math.floor((Date.parse(date) - start) / 604_800_000),
  );
  const sheets = [...weeks].flatMap(([week, own]) =>
    weekSheets(tools, { number: week + 1, posts: own }),
  );
  const { parts } = officeFile(
    sheets.map((shapes) => ({ trimMm: a4, shapes })),
    { title: `${campaign.app.name}: social media`, date: campaign.versionDate },
    tools,
  );
  return Buffer.concat(parts);
}

export type CalendarEvent = PlannedPost & {
  summary: string;
  /** Captions to be pasted. */
  description: string;
  /** The page with the pictures. */
  url: string;
  /** The pictures themselves. */
  attachments: readonly string[];
};

/**
 * The plan as a calendar of all-day events. No time zone is set: with one, ical-generator 11.1.2 writes DTSTAMP without
 * its Z, which RFC 5545 (3.8.7.2) asks for.
 * @param at `proposal`: nobody has approved it yet; `stamp`: day of the plan, so that the same plan gives the same file
 */
export function calendarIcs(
  events: readonly CalendarEvent[],
  at: {
    name: string;
    campaign: string;
    company: string;
    host: string;
    stamp: string;
    proposal: boolean;
  },
): string {
  const calendar = ical({
    name: at.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: at.company, product: at.campaign, language: 'HI' },
  });
  for (const { key, date, summary, description, url, attachments } of events) {
    calendar.createEvent({
      id: `social-${key}@${at.host.toLowerCase()}`,
      start: new Date(`${date}T00:00:00Z`),
      end: new Date(`${addDays(date, 1)}T00:00:00Z`),
      allDay: true,
      stamp: new Date(`${at.stamp}T00:00:00Z`),
      summary,
      description,
      url,
      attachments: [...attachments],
      status: at.proposal ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
