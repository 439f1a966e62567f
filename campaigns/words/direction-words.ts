import type { Bilingual } from '../bilingual.ts';
import type { Campaign } from '../campaign.ts';
import type { ListedState } from '../directions/listing.ts';
import type { OwingOffice } from '../directions/occurrence-key.ts';
import type { Owner } from '../directions/register.ts';
import type { Rhythm } from '../directions/rhythm.ts';
import { districtNamed, rangeName, zoneName } from '../directory/areas.ts';
import type { District } from '../directory/station.ts';
import { formatDay, formatMonth } from '../numbers.ts';

/** States of an occurrence, and the two that a list is narrowed to beside them. */
export const stateWords: Readonly<Record<ListedState, Bilingual>> = {
  open: { hi: 'शेष', en: 'Open' },
  late: { hi: 'विलम्बित', en: 'Late' },
  'to-start': { hi: 'आरम्भ नहीं', en: 'Yet to start' },
  'in-progress': { hi: 'कार्यवाही जारी', en: 'In progress' },
  submitted: { hi: 'प्रेषित', en: 'Submitted' },
  accepted: { hi: 'स्वीकृत', en: 'Accepted' },
  returned: { hi: 'लौटाया गया', en: 'Returned' },
  'not-applicable': { hi: 'लागू नहीं', en: 'Not applicable' },
};

/** How late: a count of days stands in words, as an office writes it. */
export function lateText(days: number): Bilingual {
  return { hi: `${days} दिन विलम्ब`, en: `${days} ${days === 1 ? 'day' : 'days'} late` };
}

export const noDue: Bilingual = { hi: 'कोई तिथि नहीं', en: 'no date stated' };

/** What offices are named by: districts, branches of headquarters. */
export interface OwingPlaces {
  campaign: Pick<Campaign, 'areas' | 'headquarters' | 'offices'>;
  districts: readonly Pick<District, 'id' | 'nameHi' | 'nameEn'>[];
  branches: readonly { id: string; name: Bilingual }[];
}

const spokesman: Bilingual = { hi: 'PRO to DGP', en: 'PRO to DGP' };

/** An office as a row of the register names it: by its area, in a few words. */
export function owingOfficeName({ role, area }: OwingOffice, places: OwingPlaces): Bilingual {
  const { areas } = places.campaign;
  const { districts, branches } = places;
  switch (role) {
    case 'district': {
      const district = districts.find(({ id }) => id === area);
      const unknown = { hi: area ?? '', en: area ?? '' };
      return district === undefined ? unknown : districtNamed(areas, district);
    }
    case 'range':
      return rangeName(areas, area ?? '');
    case 'zone':
      return zoneName(areas, area ?? '');
    case 'hq':
      return places.campaign.headquarters;
    case 'pro-dgp':
      return spokesman;
    case 'branch':
      return branches.find(({ id }) => id === area)?.name ?? { hi: area ?? '', en: area ?? '' };
  }
}

const owners: Readonly<Record<Exclude<Owner['role'], 'branch' | 'hq'>, Bilingual>> = {
  district: {
    hi: 'समस्त वरिष्ठ पुलिस अधीक्षक/पुलिस अधीक्षक, प्रभारी जनपद',
    en: 'All SSPs and SPs in charge of districts',
  },
  range: {
    hi: 'समस्त परिक्षेत्रीय पुलिस महानिरीक्षक/पुलिस उपमहानिरीक्षक',
    en: 'All IGs and DIGs of ranges',
  },
  zone: { hi: 'समस्त जोनल अपर पुलिस महानिदेशक', en: 'All zonal ADGs' },
  'pro-dgp': spokesman,
};

/** Whom the register names as owner: all districts, or one office. */
export function ownerName(
  { role, area }: Owner,
  { campaign, branches }: Pick<OwingPlaces, 'campaign' | 'branches'>,
): Bilingual {
  if (role === 'hq') return campaign.offices.hq;
  if (role !== 'branch') return owners[role];
  return branches.find(({ id }) => id === area)?.name ?? { hi: area ?? '', en: area ?? '' };
}

/** When something is owed, in words; what is computed says from what. */
export function rhythmText(rhythm: Rhythm, meetingDay: string): Bilingual {
  switch (rhythm.kind) {
    case 'once':
      return onceText(rhythm, meetingDay);
    case 'every':
      return everyText(rhythm);
    case 'on':
      return rhythm.withinDays === null
        ? { hi: 'घटना होने पर; कोई तिथि नहीं', en: 'when it happens; no date stated' }
        : {
            hi: `घटना के ${rhythm.withinDays} दिन के भीतर`,
            en: `within ${rhythm.withinDays} days of it`,
          };
    case 'standing':
      return { hi: 'स्थायी निर्देश', en: 'standing' };
    case 'none':
      return noDue;
  }
}

function onceText(
  { by, within }: Extract<Rhythm, { kind: 'once' }>,
  meetingDay: string,
): Bilingual {
  if (by !== undefined) return { hi: `${formatDay(by, 'hi')} तक`, en: `by ${formatDay(by, 'en')}` };
  const { days, months } = within ?? {};
  const span =
    months === undefined
      ? { hi: `${days} दिन`, en: `${days} days` }
      : { hi: `${months} माह`, en: `${months} months` };
  return {
    hi: `बैठक दिनांक ${formatDay(meetingDay, 'hi')} से ${span.hi} (परिकलित)`,
    en: `${span.en} from the meeting of ${formatDay(meetingDay, 'en')} (computed)`,
  };
}

function everyText({ rule, dated, openDays }: Extract<Rhythm, { kind: 'every' }>): Bilingual {
  const date = /BYMONTHDAY=(\d+)/.exec(rule)?.[1] ?? '';
  const months = /BYMONTH=([\d,]+)/.exec(rule)?.[1]?.split(',') ?? [];
  if (!dated) return { hi: 'प्रत्येक माह; कोई तिथि नहीं', en: 'every month; no date stated' };
  if (months.length === 0)
    return { hi: `प्रत्येक माह की ${date} तारीख तक`, en: `by day ${date} of every month` };
  const named = (language: 'hi' | 'en') =>
    months
      .map((month) => formatMonth(`2000-${month.padStart(2, '0')}`, language).split(' ')[0])
      .join(', ');
  const first = Number(date) - openDays;
  return {
    hi: `प्रत्येक वर्ष ${named('hi')} में ${first} से ${date} तक`,
    en: `from ${first} to ${date} of ${named('en')} every year`,
  };
}

/** What a period is called: the month it is about, or what it is. */
export function periodText(period: string, language: 'hi' | 'en'): string {
  if (/^\d{4}-\d{2}$/.test(period)) return formatMonth(period, language);
  const words: Record<string, Bilingual> = {
    once: { hi: 'एक बार', en: 'once' },
    standing: { hi: 'स्थायी', en: 'standing' },
  };
  return words[period]?.[language] ?? (language === 'hi' ? 'घटना' : 'event');
}
