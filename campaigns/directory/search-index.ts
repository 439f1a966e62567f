import type { SearchSource } from './search.ts';
import type { StationKind } from './station.ts';

/** Kinds by one letter, since a page downloads them 1,729 times. */
const kindLetters: Readonly<Record<StationKind, string>> = {
  territorial: '',
  mahila: 'm',
  tourism: 't',
  grp: 'g',
  cyber: 'c',
};

/**
 * Packs the index that a page downloads for its search: a line per district (`id|English|Hindi|former;names`), below it
 * a line per station (` English|Hindi|id|kind`). Leaves out an id that follows from the English name, and the kind
 * territorial.
 */
export function packSearch({ districts, stations }: SearchSource): string {
  const lines: string[] = [];
  for (const { id, nameEn, nameHi, formerNames = [] } of districts) {
    const cells = [id, nameEn, nameHi, formerNames.join(';')].map(safe);
    lines.push(cells.join('|').replace(/\|$/, ''));
    for (const station of stations) {
      if (station.district !== id) continue;
      const ownId = station.id === makeId(station.nameEn) ? '' : station.id;
      const cells = [station.nameEn, station.nameHi, ownId, kindLetters[station.kind]].map(safe);
      lines.push(` ${cells.join('|').replace(/(?<!\|)\|+$/, '')}`);
    }
  }
  return lines.join('\n');
}

/** Reads back what `packSearch` wrote. */
export function unpackSearch(packed: string): SearchSource {
  const districts: SearchSource['districts'][number][] = [];
  const stations: SearchSource['stations'][number][] = [];
  let district = '';
  for (const line of packed === '' ? [] : packed.split('\n')) {
    if (line.startsWith(' ')) {
      const [nameEn = '', nameHi = '', ownId, letter] = line.slice(1).split('|');
      stations.push({
        district,
        id: ownId || makeId(nameEn),
        kind: readKind(letter),
        nameEn,
        nameHi,
      });
    } else {
      const [id = '', nameEn = '', nameHi = '', former] = line.split('|');
      district = id;
      districts.push({
        id,
        nameEn,
        nameHi,
        ...(former === undefined ? {} : { formerNames: former.split(';') }),
      });
    }
  }
  return { districts, stations };
}

function readKind(letter = ''): StationKind {
  for (const kind of Object.keys(kindLetters) as StationKind[]) {
    if (kindLetters[kind] === letter) return kind;
  }
  throw new Error(`Expected a kind's letter in the search index, got "${letter}"`);
}

function makeId(nameEn: string): string {
  return nameEn
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function safe(cell: string): string {
  return cell.replace(/[|\n]/g, ' ');
}
