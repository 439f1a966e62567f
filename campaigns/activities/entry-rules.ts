import type { Bilingual } from '../bilingual.ts';
import { formatDayShort } from '../numbers.ts';
import type { ActivityEntry } from './activity.ts';
import { platformHosts, platforms } from './activity-kinds.ts';
import { someValue } from './expected.ts';

/** A field that does not go with the others. */
export interface EntryFault {
  field: string;
  expected: Bilingual;
}

/** Checks across fields: which belong together, and which replace each other. */
export function entryFaults(entry: ActivityEntry): EntryFault[] {
  switch (entry.kind) {
    case 'film':
      return filmFaults(entry);
    case 'radio':
      return radioFaults(entry);
    case 'social':
      return socialFaults(entry);
    case 'newspaper':
      return together(entry, ['columns', 'heightCm']);
    default:
      return [];
  }
}

/** An old entry has its totals, a new one what they are made of. */
function filmFaults({ details }: ActivityEntry): EntryFault[] {
  if (details['theatres'] === undefined) {
    return ['cinema', 'town', 'screens', 'run', 'showsPerDay']
      .filter((field) => details[field] === undefined)
      .map((field) => ({ field, expected: someValue }));
  }
  if (details['cinema'] === undefined) return [];
  return [
    {
      field: 'theatres',
      expected: {
        hi: 'या तो सिनेमाघरों की संख्या या सिनेमाघर का नाम',
        en: 'either a number of theatres or the name of a cinema',
      },
    },
  ];
}

function radioFaults({ details }: ActivityEntry): EntryFault[] {
  const { spots, spotsPerDay, run } = details;
  if ((spots === undefined) === (spotsPerDay === undefined)) {
    const expected = {
      hi: 'प्रतिदिन प्रसारण और कुल प्रसारण में से एक',
      en: 'either spots a day or spots in all',
    };
    return [{ field: 'spotsPerDay', expected }];
  }
  return spotsPerDay !== undefined && run === undefined
    ? [{ field: 'run', expected: someValue }]
    : [];
}

function socialFaults(entry: ActivityEntry): EntryFault[] {
  const { day, details } = entry;
  const { platform, link, countedOn } = details;
  const faults: EntryFault[] = [];
  const hosts = platformHosts[String(platform)];
  if (typeof link === 'string' && hosts !== undefined && !isAtHost(link, hosts)) {
    const [host] = hosts;
    const [hi, en] = platforms[String(platform)] ?? ['', ''];
    faults.push({
      field: 'link',
      expected: {
        hi: `${hi} का लिंक (https://${host}/…)`,
        en: `a link of ${en} (https://${host}/…)`,
      },
    });
  }
  const figures = ['reach', 'likes', 'shares'].some((name) => details[name] !== undefined);
  if (figures && countedOn === undefined) faults.push({ field: 'countedOn', expected: someValue });
  if (typeof countedOn === 'string' && countedOn < day) {
    const text = formatDayShort(day);
    faults.push({
      field: 'countedOn',
      expected: { hi: `${text} या उसके बाद का दिनांक`, en: `a day from ${text} on` },
    });
  }
  return faults;
}

function together({ details }: ActivityEntry, names: readonly string[]): EntryFault[] {
  const missing = names.filter((name) => details[name] === undefined);
  if (missing.length === names.length) return [];
  return missing.map((field) => ({ field, expected: someValue }));
}

function isAtHost(link: string, hosts: readonly string[]): boolean {
  const { hostname } = new URL(link);
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
