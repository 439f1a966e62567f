import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { createSearch } from '../../../../../campaigns/directory/search.ts';
import type { StationView } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { keepInAddress, useAsked } from '../../ui/in-address.ts';
import { List, TextField } from '../../ui/parts.tsx';
import { stationWordsIn } from './station-words.ts';

const filters = ['all', 'check', 'reports', 'changed', 'held', 'old', 'removed'] as const;
type Filter = (typeof filters)[number];

const belongs: Record<Exclude<Filter, 'removed'>, (station: StationView) => boolean> = {
  all: () => true,
  check: ({ needsCheck }) => needsCheck,
  reports: ({ reports }) => reports > 0,
  changed: ({ correction }) => correction !== null,
  held: ({ correction }) => correction?.held === true,
  old: ({ superseded }) => superseded,
};

interface PickerProps {
  district: string;
  stations: readonly StationView[];
  removed: readonly StationView[];
  chosen: string | null;
  onChoose: (station: string) => void;
}

/** The list of a district's stations with search and filters; the address keeps what is shown. */
export function StationPicker(props: PickerProps) {
  const { district, stations, chosen, onChoose } = props;
  const { language, words, format } = useConsole(stationWordsIn);
  const { query, setQuery, filter, setFilter, filterBy, shown } = usePicker(props);
  const left = useLeft(chosen);
  return (
    <>
      <TextField
        label={words.search}
        type="search"
        value={query}
        autoComplete="off"
        onChange={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <div className="station-filters">
        {filters
          .filter((name) => name === 'all' || name === filter || filterBy(name).length > 0)
          .map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === filter}
              onClick={() => setFilter(name)}
            >
              {words.filters[name]} <span>{format.number(filterBy(name).length)}</span>
            </button>
          ))}
      </div>
      <p className="detail" role="status">
        {words.count(format.number(shown.length), format.number(stations.length))}
      </p>
      <List of={shown} className="station-list" none={words.none}>
        {(station) => (
          <a
            href={`${localPath(language, '/console/stations/')}?district=${district}&station=${station.id}#station`}
            ref={station.id === left ? (link) => link?.focus() : undefined}
            aria-current={station.id === chosen ? 'true' : undefined}
            onClick={(event) => openHere(event, () => onChoose(station.id))}
          >
            <strong>{station.nameHi}</strong>
            <span className="detail">{station.nameEn}</span>
            <StationMarks station={station} />
          </a>
        )}
      </List>
    </>
  );
}

function usePicker({ district, stations, removed }: PickerProps) {
  const { districts, language } = useConsole();
  const linked = useAsked().get('show');
  const [filter, setFilter] = useState<Filter>(filters.find((name) => name === linked) ?? 'all');
  const [query, setQuery] = useState('');
  const search = useMemo(
    () =>
      createSearch({
        districts: districts.filter(({ id }) => id === district),
        stations: stations.map((station) => ({ ...station, district })),
      }),
    [stations, district, districts],
  );
  const filterBy = (name: Filter) =>
    name === 'removed' ? removed : stations.filter(belongs[name]);
  const found =
    query.trim() === '' ? null : new Map(search(query, 60).map((hit, at) => [hit.id, at]));
  const filtered = filterBy(filter);
  return {
    query,
    setQuery,
    filter,
    setFilter: (name: Filter) => {
      setFilter(name);
      keepInAddress({ show: name === 'all' ? null : name });
    },
    filterBy,
    /** By name, or the best hit first where something is searched for. */
    shown:
      found === null
        ? sortByName(filtered, language)
        : filtered
            .filter(({ id }) => found.has(id))
            .toSorted((a, b) => (found.get(a.id) ?? 0) - (found.get(b.id) ?? 0)),
  };
}

function sortByName(stations: readonly StationView[], language: Language): StationView[] {
  const { compare } = new Intl.Collator(language);
  return stations.toSorted((a, b) => compare(pickName(a, language), pickName(b, language)));
}

/** Follows the link without a new page, unless the officer asks for one by a key. */
function openHere(event: MouseEvent, open: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open();
}

/** The station that was open until now, where none is any more: the list goes on there. */
function useLeft(chosen: string | null): string | null {
  const last = useRef(chosen);
  const left = chosen === null ? last.current : null;
  useEffect(() => {
    last.current = chosen;
  }, [chosen]);
  return left;
}

function StationMarks({ station }: { station: StationView }) {
  const { words, format } = useConsole(stationWordsIn);
  const { needsCheck, reports, correction, superseded } = station;
  return (
    <span className="station-marks">
      {needsCheck && <span className="mark todo">{words.needsCheck}</span>}
      {reports > 0 && <span className="mark todo">{words.reportsOf(format.number(reports))}</span>}
      {correction?.held && <span className="mark bad">{words.held}</span>}
      {correction !== null && !correction.held && (
        <span className="mark done">{words.actions[correction.action]}</span>
      )}
      {superseded && <span className="mark todo">{words.superseded}</span>}
    </span>
  );
}
