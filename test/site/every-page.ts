import { channels } from '../../campaigns/channel.ts';
import type { Role } from '../../campaigns/offices/role.ts';
import { listViews, type View, views } from '../../site/islands/console/ui/views.ts';
import { kinds } from './page-kinds.ts';

/** What is tried page by page and view by view, each by somebody who looks at nothing else. */
/** Pages of citizens and districts. */
export const everyPage = [...kinds, '/en/', '/ur/', '/404.html'];
/** The same elements and colours as the Hindi pages, in longer words. */
export const everyTranslation = kinds.slice(1).map((path) => `/en${path}`);

/** Of a district, what looks otherwise there than at headquarters. */
const ownOfDistrict: readonly View[] = [
  'home',
  'entry',
  'list',
  'directions',
  'stations',
  'boards',
  'orders',
];

export const everyView = views;
/** Views as an office has them. */
export const everyViewOfRole: readonly [Role, View][] = [
  ...ownOfDistrict.map((view): [Role, View] => ['district', view]),
  ...listViews({ role: 'hq', records: [...channels] }).map((view): [Role, View] => ['hq', view]),
];
