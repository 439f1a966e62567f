import type { Bilingual } from '../bilingual.ts';
import type { Campaign } from '../campaign.ts';
import type { ListedState } from '../directions/listing.ts';
import type { OwingOffice } from '../directions/occurrence-key.ts';
import type { DueBy } from '../directions/occurrences.ts';
import { monthsOfPeriod, type Period } from '../directions/periods.ts';
import type { Owner } from '../directions/register.ts';
import type { Repeated, Rhythm } from '../directions/rhythm.ts';
import { districtNamed, rangeName, zoneName } from '../directory/areas.ts';
import type { District } from '../directory/station.ts';
import { formatDay, formatMonth } from '../numbers.ts';

/** States of an occurrence, and two further filters of a list. */
export const stateWords: Readonly<Record<ListedState, Bilingual>> = {
  open: { hi: 'शेष', en: 'Open' },
  late: { hi: 'विलंबित', en: 'Late' },
  before: { hi: 'ग्रहण से पूर्व', en: 'Before taking over' },
  'to-start': { hi: 'आरंभ नहीं', en: 'Yet to start' },
  'in-progress': { hi: 'कार्यवाही जारी', en: 'In progress' },
  submitted: { hi: 'प्रेषित', en: 'Submitted' },
  accepted: { hi: 'स्वीकृत', en: 'Accepted' },
  returned: { hi: 'लौटाया गया', en: 'Returned' },
  'not-applicable': { hi: 'लागू नहीं', en: 'Not applicable' },
  closed: { hi: 'बंद', en: 'Closed' },
};

/** How a day is known, behind it; nothing where the paper states it. */
export const dueByWords: Readonly<Partial<Record<DueBy, Bilingual>>> = {
  computed: { hi: ' (दिन गिनकर)', en: ' (computed)' },
  chosen: { hi: ' (हमारे द्वारा नियत)', en: ' (chosen by us)' },
};

/** Said in the place of figures that go beyond what the office has. */
export const figuresWait: Bilingual = {
  hi: 'संख्या सीमा से अधिक; दूसरे अधिकारी की स्वीकृति शेष',
  en: 'figures beyond what the office has; a second officer is to accept them',
};

/** How late: a count of days is written in words, as an office writes it. */
export function lateText(days: number): Bilingual {
  return { hi: `${days} दिन विलंब`, en: `${days} ${days === 1 ? 'day' : 'days'} late` };
}

export const noDue: Bilingual = { hi: 'कोई तिथि नहीं', en: 'no date stated' };

/** Source of the names of offices: districts, branches of headquarters. */
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
export function ownerName({ role, area }: Owner, places: OwingPlaces): Bilingual {
  if (role === 'branch' || area !== undefined)
    return owingOfficeName({ role, area: area ?? null }, places);
  return role === 'hq' ? places.campaign.offices.hq : owners[role];
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
    hi: `बैठक दिनांक ${formatDay(meetingDay, 'hi')} से ${span.hi} (दिन गिनकर)`,
    en: `${span.en} from the meeting of ${formatDay(meetingDay, 'en')} (computed)`,
  };
}

/** How often, as it is chosen and as it is said. */
export const periodWords: Readonly<Record<Period, Bilingual>> = {
  day: { hi: 'प्रतिदिन', en: 'every day' },
  week: { hi: 'प्रति सप्ताह', en: 'every week' },
  fortnight: {
    hi: 'प्रति पक्ष (15 तारीख और माह का अंतिम दिन)',
    en: 'every fortnight (15th and last day)',
  },
  month: { hi: 'प्रत्येक माह', en: 'every month' },
  quarter: { hi: 'प्रति त्रैमास', en: 'every quarter' },
  'half-year': { hi: 'प्रति छमाही', en: 'every half-year' },
  year: { hi: 'प्रत्येक वर्ष', en: 'every year' },
};

export const weekdays: readonly Bilingual[] = [
  { hi: 'सोमवार', en: 'Monday' },
  { hi: 'मंगलवार', en: 'Tuesday' },
  { hi: 'बुधवार', en: 'Wednesday' },
  { hi: 'गुरुवार', en: 'Thursday' },
  { hi: 'शुक्रवार', en: 'Friday' },
  { hi: 'शनिवार', en: 'Saturday' },
  { hi: 'रविवार', en: 'Sunday' },
];

function everyText({ period, day, month, dated, openDays, chosenDay }: Repeated): Bilingual {
  const every = periodWords[period];
  if (!dated) return { hi: `${every.hi}; कोई तिथि नहीं`, en: `${every.en}; no date stated` };
  if (period === 'day' || period === 'fortnight') return every;
  if (period === 'week') {
    const { hi = '', en = '' } = weekdays[day - 1] ?? {};
    return { hi: `${every.hi}, ${hi} तक`, en: `${every.en} by ${en}` };
  }
  const isLast = day === 31;
  const first = day - openDays;
  const chosen = chosenDay ? dueByWords.chosen : undefined;
  if (period === 'month')
    return isLast
      ? { hi: `${every.hi} के अंतिम दिन तक`, en: `by the last day of every month` }
      : {
          hi: `प्रत्येक माह की ${day} तारीख तक${chosen?.hi ?? ''}`,
          en: `by day ${day} of every month${chosen?.en ?? ''}`,
        };
  const step = monthsOfPeriod[period] ?? 12;
  const named = (language: 'hi' | 'en') =>
    Array.from({ length: 12 / step }, (_, at) => ((month - 1 + at * step) % 12) + 1)
      .toSorted((a, b) => a - b)
      .map((own) => formatMonth(`2000-${String(own).padStart(2, '0')}`, language).split(' ')[0])
      .join(', ');
  const from = openDays > 0 && first >= 1 ? first : null;
  const date = {
    hi: isLast ? 'अंतिम दिन' : String(day),
    en: isLast ? 'the last day' : String(day),
  };
  return {
    hi: `प्रत्येक वर्ष ${named('hi')} में ${from === null ? '' : `${from} से `}${date.hi} तक`,
    en: `${from === null ? 'by' : `from ${from} to`} ${date.en} of ${named('en')} every year`,
  };
}

/** Name of a period: the month it is about, the day that ends it, or its kind. */
export function periodText(period: string, language: 'hi' | 'en'): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return formatDay(period, language);
  if (/^\d{4}-\d{2}$/.test(period)) return formatMonth(period, language);
  const words: Record<string, Bilingual> = {
    once: { hi: 'एक बार', en: 'once' },
    standing: { hi: 'स्थायी', en: 'standing' },
  };
  return words[period]?.[language] ?? (language === 'hi' ? 'घटना' : 'event');
}
