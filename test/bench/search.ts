import { brotliCompressSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { loadBaseDirectory } from '../../campaigns/directory/directory-fs.ts';
import { createSearch } from '../../campaigns/directory/search.ts';
import { packSearch } from '../../campaigns/directory/search-index.ts';
import type { Station } from '../../campaigns/directory/station.ts';
import { median, report } from './report.ts';

const rounds = 5;
const directory = loadBaseDirectory();
const districts = new Map(directory.districts.map((district) => [district.id, district]));

const started = performance.now();
const search = createSearch(directory);
const buildMs = performance.now() - started;
const peer = miniSearch();

const queries = directory.stations.flatMap((station) => ways(station));
const ours: number[] = [];
const theirs: number[] = [];
let ourHits = 0;
let theirHits = 0;
for (let round = 0; round < rounds; round += 1) {
  ourHits = 0;
  theirHits = 0;
  for (const { text, key } of queries) {
    const own = timed(() => search(text, 3).map((hit) => `${hit.district}/${hit.id}`));
    const other = timed(() =>
      peer
        .search(text)
        .slice(0, 3)
        .map(({ id }) => String(id)),
    );
    if (own.found.includes(key)) ourHits += 1;
    if (other.found.includes(key)) theirHits += 1;
    if (round === 0) continue; // the first round warms both up
    ours.push(own.milliseconds);
    theirs.push(other.milliseconds);
  }
}
const p99 = percentile(ours, 0.99);
const share = (hits: number) => `${((100 * hits) / queries.length).toFixed(1)} %`;
report('search', [
  { what: 'queries, five for each station', value: queries.length },
  { what: 'a query, median', value: median(ours), digits: 3, unit: 'ms' },
  { what: 'a query, p99', value: p99, digits: 3, unit: 'ms', most: 1 },
  { what: 'the same by MiniSearch, median', value: median(theirs), digits: 3, unit: 'ms' },
  { what: 'the same by MiniSearch, p99', value: percentile(theirs, 0.99), digits: 3, unit: 'ms' },
  { what: 'ours over MiniSearch, median', value: median(ours) / median(theirs), digits: 2 },
  { what: 'place meant among the first three', value: share(ourHits) },
  { what: 'the same by MiniSearch', value: share(theirHits), holds: ourHits > theirHits },
  { what: 'index built in', value: buildMs, unit: 'ms' },
  {
    what: 'index as a page downloads it (brotli)',
    value: brotliCompressSync(packSearch(directory)).length,
    unit: 'bytes',
  },
]);

/** How a user may ask for a station: in each script, with its district, with a letter left out, with two swapped. */
function ways(station: Station): { text: string; key: string }[] {
  const district = districts.get(station.district);
  const { nameEn, nameHi } = station;
  const middle = Math.floor(nameEn.length / 2);
  const lacking = nameEn.slice(0, middle) + nameEn.slice(middle + 1);
  const swapped =
    nameEn.slice(0, middle) +
    (nameEn[middle + 1] ?? '') +
    (nameEn[middle] ?? '') +
    nameEn.slice(middle + 2);
  const key = `${station.district}/${station.id}`;
  return [
    `${nameHi} ${district?.nameHi}`,
    `${nameEn} ${district?.nameEn}`,
    `${district?.nameEn} ${nameEn}`.toLowerCase(),
    `${lacking} ${district?.nameEn}`,
    `${swapped} ${district?.nameEn}`,
  ].map((text) => ({ text, key }));
}

function miniSearch() {
  const index = new MiniSearch({
    fields: ['nameHi', 'nameEn', 'districtHi', 'districtEn'],
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
  });
  index.addAll(
    directory.stations.map(({ district, id, nameHi, nameEn }) => ({
      id: `${district}/${id}`,
      nameHi,
      nameEn,
      districtHi: districts.get(district)?.nameHi,
      districtEn: districts.get(district)?.nameEn,
    })),
  );
  return index;
}

function timed(find: () => string[]): { found: string[]; milliseconds: number } {
  const before = performance.now();
  const found = find();
  return { found, milliseconds: performance.now() - before };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
