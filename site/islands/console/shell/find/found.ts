import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { matches } from '../../../../../campaigns/directory/word-match.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import type { ConsoleWords } from '../../../../i18n/console-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { loadSearch, placeOfCode } from '../../../places-search.ts';
import type { DistrictName } from '../../ui/console-context.ts';
import type { Service } from '../../ui/service.ts';
import { listViews, viewPath } from '../../ui/views.ts';

/** Kinds of things that the search of the console finds, in the order in which they are shown. */
export const foundKinds = [
  'page',
  'code',
  'station',
  'direction',
  'activity',
  'press-note',
  'order',
  'blast',
  'help',
] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface Found {
  kind: FoundKind;
  title: string;
  detail: string;
  /** Address in the officer's language. */
  href: string;
}

/** The officer who looks, with the words and names of the language. */
export interface Finder {
  me: Me;
  language: Language;
  words: ConsoleWords;
  districts: readonly DistrictName[];
  service: Service;
}

/** Of each kind. */
const mostFound = 5;

/** A number belongs to a citizen: it must not appear in an address, so nothing is asked for it. */
export function isPhoneNumber(text: string): boolean {
  return /^[+\d०-९][\d०-९\s-]{8,}$/.test(text.trim());
}

/**
 * Everything that the officer may open and whose name meets the text. What cannot be asked, as without a network, is
 * left out: `isWhole` is then false.
 */
export async function find(
  text: string,
  finder: Finder,
): Promise<{ found: Found[]; isWhole: boolean }> {
  const pages = findPages(text, finder);
  if (isPhoneNumber(text)) return { found: pages, isWhole: true };
  const answers = await Promise.allSettled(
    sources.map(async (source) => (await source(text, finder)).slice(0, mostFound)),
  );
  return {
    found: [
      ...pages,
      ...answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
    ],
    isWhole: answers.every(({ status }) => status === 'fulfilled'),
  };
}

function findPages(text: string, { me, language, words }: Finder): Found[] {
  return listViews(me)
    .filter((view) =>
      isPhoneNumber(text)
        ? view === 'numbers'
        : matches(text, [words.menuNames[view], words.titles[view]]),
    )
    .map((view) => ({
      kind: 'page',
      title: words.menuNames[view],
      detail: '',
      href: localPath(language, viewPath(view)),
    }));
}

async function findCode(text: string, { language }: Finder): Promise<Found[]> {
  const place = await placeOfCode(text);
  if (place === null) return [];
  const { district, station } = place;
  const path =
    district === undefined
      ? `/get/?c=${encodeURIComponent(text.trim())}`
      : `/print/${district}/${station === undefined ? '' : `${station}/`}`;
  return [
    {
      kind: 'code',
      title: place[language],
      detail: text.trim().toUpperCase(),
      href: localPath(language, path),
    },
  ];
}

let places: ReturnType<typeof loadSearch> | undefined;

async function findStations(text: string, { me, language, districts }: Finder): Promise<Found[]> {
  places ??= loadSearch().catch((cause: unknown) => {
    places = undefined;
    throw cause;
  });
  const search = await places;
  const byId = new Map(districts.map((district) => [district.id, district]));
  return search(text, mostFound * 2)
    .filter(({ kind }) => kind === 'station')
    .map(({ id, district, nameHi, nameEn }) => {
      const place = byId.get(district);
      const isOwn =
        rolesFor('station.read').includes(me.role) &&
        place !== undefined &&
        [null, place.id, place.range, place.zone].includes(me.area);
      const path = isOwn
        ? `${viewPath('stations')}?district=${district}&station=${id}`
        : `/print/${district}/${id}/`;
      return {
        kind: 'station',
        title: pickName({ nameHi, nameEn }, language),
        detail: place === undefined ? '' : pickName(place, language),
        href: localPath(language, path),
      };
    });
}

async function findDirections(text: string, { me, language, service }: Finder): Promise<Found[]> {
  if (!listViews(me).includes('directions')) return [];
  const { directions } = await service.ask('GET /api/directions');
  return directions
    .filter(({ id, title, quote }) => matches(text, [id, title.hi, title.en, quote]))
    .map(({ id, title, point }) => ({
      kind: 'direction',
      title: title[language],
      detail: point[language],
      href: localPath(language, `${viewPath('directions')}?direction=${id}`),
    }));
}

async function findActivities(text: string, finder: Finder): Promise<Found[]> {
  const { me, language, words, districts, service } = finder;
  const view = listViews(me).find((name) => name === 'entry' || name === 'approvals');
  if (view === undefined) return [];
  const { activities } = await service.ask('GET /api/activities', {
    query: { q: text, limit: mostFound },
  });
  const nameOf = (id: string) => {
    const district = districts.find((each) => each.id === id);
    return district === undefined ? '' : pickName(district, language);
  };
  const status = view === 'approvals' ? '&status=all' : '';
  return activities.map(({ id, kind, district, stationNames, status: state }) => ({
    kind: 'activity',
    title: `${activityForms[kind].title[language]} #${id}`,
    detail: [stationNames?.[language], nameOf(district), words.status[state]]
      .filter(Boolean)
      .join(' · '),
    href: localPath(language, `${viewPath(view)}?q=%23${id}${status}`),
  }));
}

async function findNotes(text: string, { me, language, service }: Finder): Promise<Found[]> {
  if (!rolesFor('press-note.read').includes(me.role)) return [];
  const { notes } = await service.ask('GET /api/press-notes', {
    query: { q: text, limit: mostFound },
  });
  return notes.map(({ id, title }) => ({
    kind: 'press-note',
    title,
    detail: `#${id}`,
    href: localPath(language, `${viewPath('press-notes')}?id=${id}`),
  }));
}

async function findOrders(text: string, { me, language, service }: Finder): Promise<Found[]> {
  if (!listViews(me).includes('orders')) return [];
  const orders = await service.ask('GET /api/purchase-orders', { query: {} });
  return orders
    .filter(({ reference, vendor }) => matches(text, [reference, vendor]))
    .map(({ id, reference, vendor, district }) => ({
      kind: 'order',
      title: reference,
      detail: vendor,
      href: localPath(language, `${viewPath('orders')}?district=${district}&id=${id}`),
    }));
}

async function findBlasts(text: string, { me, language, service }: Finder): Promise<Found[]> {
  if (!listViews(me).includes('blasts')) return [];
  const blasts = await service.ask('GET /api/blasts');
  return blasts
    .filter(({ blast }) => matches(text, [blast.name, `#${blast.id}`]))
    .map(({ blast: { id, name } }) => ({
      kind: 'blast',
      title: name,
      detail: `#${id}`,
      href: localPath(language, `${viewPath('blasts')}?id=${id}`),
    }));
}

async function findHelp(text: string, { me, language }: Finder): Promise<Found[]> {
  const { manual } = await import('../../../../manual/manual.ts');
  const page = me.role === 'range' ? 'zone' : me.role;
  return manual[page].tasks
    .filter(({ hi, en }) => matches(text, [hi, en]))
    .map((task) => ({
      kind: 'help',
      title: task[language],
      detail: '',
      href: `${localPath(language, `/help/${page}/`)}#${task.id}`,
    }));
}

const sources = [
  findCode,
  findStations,
  findDirections,
  findActivities,
  findNotes,
  findOrders,
  findBlasts,
  findHelp,
];
