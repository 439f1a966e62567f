import type { PressNoteFields } from './note-fields.ts';
import type { PressNotes } from './press-notes.ts';

export interface FieldFault {
  path: string;
  message: string;
}

/** Lists that fields are chosen from. */
export interface FieldLists {
  pressNotes: PressNotes;
  /** Ids of the district's stations. */
  stations: readonly string[];
  /** YYYY-MM of the first and last month that can be reported. */
  months: { first: string; last: string };
  days: { first: string; last: string };
  /** Ids of the app's services. */
  services: readonly string[];
}

/** Every field whose value is not in its list. */
export function fieldFaults(fields: PressNoteFields, lists: FieldLists): FieldFault[] {
  const { pressNotes, stations, months, days, services } = lists;
  const faults: FieldFault[] = [];
  const expect = (fits: boolean, path: string, expected: string, found: string) => {
    if (!fits) faults.push({ path, message: `Expected ${expected}, got "${found}"` });
  };
  const isCategory = (id: string) => pressNotes.categories.some((category) => category.id === id);
  if (fields.kind === 'counts') {
    const { month, rows } = fields;
    expect(
      month >= months.first && month <= months.last,
      'month',
      `a month from ${months.first} to ${months.last}`,
      month,
    );
    const seen = new Set<string>();
    rows.forEach(({ station, category }, index) => {
      const key = `${station}/${category}`;
      expect(
        stations.includes(station),
        `rows.${index}.station`,
        'a station of the district',
        station,
      );
      expect(isCategory(category), `rows.${index}.category`, 'a category of the list', category);
      expect(!seen.has(key), `rows.${index}`, 'a station and category once', key);
      seen.add(key);
    });
  }
  if (fields.kind === 'story') {
    const { station, category, day, result } = fields;
    expect(
      day === null || (day >= days.first && day <= days.last),
      'day',
      `a day from ${days.first} to ${days.last}`,
      day ?? '',
    );
    expect(stations.includes(station), 'station', 'a station of the district', station);
    expect(isCategory(category), 'category', 'a category of the list', category);
    const results = pressNotes.categories.find(({ id }) => id === category)?.results ?? [];
    expect(
      !isCategory(category) || results.includes(result),
      'result',
      'a result of the category',
      result,
    );
  }
  if (fields.kind === 'appeal') {
    const isAppeal = pressNotes.appeals.some(({ id }) => id === fields.appeal);
    expect(isAppeal, 'appeal', 'an appeal of the list', fields.appeal);
    const { service } = fields;
    expect(
      service === null || services.includes(service),
      'service',
      'a service of the app',
      service ?? '',
    );
  }
  return faults;
}
