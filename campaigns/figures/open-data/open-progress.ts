import { z } from 'zod';
import { boardLevels } from '../../activities/board-level.ts';
import type { Campaign } from '../../campaign.ts';
import { channels } from '../../channel.ts';
import { zoneName } from '../../directory/areas.ts';
import type { District } from '../../directory/station.ts';
import { addDays, type Day } from '../../tracker/clock.ts';
import { type ProgressFile, scanCount } from '../../tracker/progress-file.ts';
import { openFieldWords } from '../../words/open-field-words.ts';

const day = z.iso.date().describe('Calendar day in Asia/Kolkata');
const count = z.int().nonnegative();
const bilingual = z.strictObject({ hi: z.string(), en: z.string() });

const means = (field: keyof typeof openFieldWords) => openFieldWords[field].en;

const installCount = z
  .strictObject({ total: count, last7: count })
  .nullable()
  .describe(means('installs'));

export const openDay = z.strictObject({
  date: z.iso.date().describe(means('date')),
  downloads: count.nullable().describe(means('downloads')),
  downloadsTotal: count.nullable().describe(means('downloadsTotal')),
  scans: count.describe(means('scans')),
});

export const openDistrict = z.strictObject({
  district: z.string().describe(means('district')),
  nameHi: z.string().describe(means('nameHi')),
  nameEn: z.string().describe(means('nameEn')),
  lgdCode: z.string().describe(means('lgdCode')),
  zoneHi: z.string().describe(means('zoneHi')),
  zoneEn: z.string().describe(means('zoneEn')),
  stations: count.describe(means('stations')),
  boardsUp: count.describe(means('boardsUp')),
  boardsVerified: count.describe(means('boardsVerified')),
  boardsPictured: count.describe(means('boardsPictured')),
  boardsLive: count.describe(means('boardsLive')),
  boardsSeen: count.describe(means('boardsSeen')),
  scans: count.describe(means('scans')),
  scansLast7Days: count.describe(means('scansLast7Days')),
  installs: count.nullable().describe(means('installs')),
  scansPerStation: z.number().nonnegative().nullable().describe(means('scansPerStation')),
  visitors: count.describe(means('visitors')),
  visitorsLast7Days: count.describe(means('visitorsLast7Days')),
  visitorsPerStation: z.number().nonnegative().nullable().describe(means('visitorsPerStation')),
  visitorsPerLakh: z.number().nonnegative().nullable().describe(means('visitorsPerLakh')),
});

/**
 * The public figures of a campaign, for reuse elsewhere. The smallest place is a district and the
 * smallest time a day, and the two are never crossed: nothing here is of one station or of one person.
 */
export const openProgressSchema = z
  .strictObject({
    $schema: z.url(),
    campaign: z.string(),
    title: bilingual,
    publisher: bilingual,
    licence: z
      .strictObject({ name: bilingual, url: z.url(), confirmed: z.boolean() })
      .nullable()
      .describe('`confirmed` false: proposed only. null: none is stated'),
    asOf: day.describe(means('asOf')),
    builtAt: z.iso.datetime().describe('When they were put together'),
    sample: z.boolean().describe('True: no figure is real, and whoever shows one has to say so'),
    clockSet: z.boolean().describe('True: `asOf` is a day that was set, and not the real one'),
    goal: z.strictObject({ downloads: z.int().positive(), startsOn: day, endsOn: day }),
    downloads: z
      .strictObject({
        total: count,
        upTo: day.describe('Last day that the total holds'),
        atLeast: z.boolean().describe('More was downloaded than is known'),
        countedSince: day.nullable().describe('Set where no total before that day is known'),
      })
      .nullable()
      .describe('null until a report is in'),
    boards: z.strictObject({
      stations: count,
      up: count,
      verified: count,
      levels: z.record(z.enum(boardLevels), count),
    }),
    scans: scanCount,
    visitors: scanCount.describe(means('visitors')),
    networksFrom: day.nullable().describe(means('networksFrom')),
    installs: installCount,
    channels: z.array(
      z.strictObject({ channel: z.enum(channels), ...scanCount.shape, installs: installCount }),
    ),
    days: z.array(openDay).describe('A row a day without a gap, the oldest first'),
    districts: z.array(openDistrict).describe('A row a district'),
  })
  .meta({ title: 'Progress of the outreach campaign' });
export type OpenProgress = z.infer<typeof openProgressSchema>;

/** Puts the public figures into the form in which they are given away: nobody's name is in it. */
export function openProgress(
  file: ProgressFile,
  of: {
    campaign: Pick<Campaign, 'name' | 'copy' | 'openData' | 'areas'>;
    districts: readonly District[];
    schemaUrl: string;
  },
): OpenProgress {
  const { downloads } = file;
  const places = new Map(of.districts.map((district) => [district.id, district]));
  return {
    $schema: of.schemaUrl,
    campaign: file.campaign,
    title: of.campaign.name,
    publisher: of.campaign.copy.owner,
    licence: of.campaign.openData?.licence ?? null,
    asOf: file.today,
    builtAt: file.generatedAt,
    sample: file.sample,
    clockSet: file.replayed,
    goal: file.goal,
    downloads:
      downloads.kind === 'none'
        ? null
        : {
            total: downloads.total,
            upTo: downloads.asOf,
            atLeast: downloads.atLeast,
            countedSince: downloads.basis.kind === 'since' ? downloads.basis.date : null,
          },
    boards: file.boards,
    scans: file.scans,
    visitors: file.visitors,
    networksFrom: file.networksFrom,
    installs: file.installs,
    channels: file.channels,
    days: openDays(file),
    districts: file.districts.flatMap((row) => {
      const place = places.get(row.district);
      if (place === undefined) return [];
      const zone = zoneName(of.campaign.areas, place.zone);
      return {
        district: row.district,
        nameHi: place.nameHi,
        nameEn: place.nameEn,
        lgdCode: place.lgdCode,
        zoneHi: zone.hi,
        zoneEn: zone.en,
        stations: row.boards.stations,
        boardsUp: row.boards.up,
        boardsVerified: row.boards.verified,
        boardsPictured: row.boards.levels.pictured,
        boardsLive: row.boards.levels.live,
        boardsSeen: row.boards.levels.seen,
        scans: row.scans.total,
        scansLast7Days: row.scans.last7,
        installs: row.installs?.total ?? null,
        scansPerStation:
          row.boards.stations === 0 ? null : toHundredths(row.scans.total / row.boards.stations),
        visitors: row.visitors.total,
        visitorsLast7Days: row.visitors.last7,
        visitorsPerStation: toHundredths(row.visitorsPerStation),
        visitorsPerLakh: toHundredths(row.visitorsPerLakh),
      };
    }),
  };
}

function toHundredths(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 100) / 100;
}

function openDays({ downloads, scanDays, today }: ProgressFile): OpenProgress['days'] {
  const known = new Map(
    downloads.kind === 'none' ? [] : downloads.days.map((own) => [own.date, own]),
  );
  const scans = new Map(scanDays.map((own) => [own.date, own.scans]));
  const dates = [...known.keys(), ...scans.keys()].filter((date) => date <= today).sort();
  const days: OpenProgress['days'] = [];
  for (let date: Day | undefined = dates[0]; date !== undefined && date <= today; ) {
    days.push({
      date,
      downloads: known.get(date)?.added ?? null,
      downloadsTotal: known.get(date)?.total ?? null,
      scans: scans.get(date) ?? 0,
    });
    date = addDays(date, 1);
  }
  return days;
}
