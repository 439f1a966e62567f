import { useCallback, useMemo, useState } from 'react';
import { createSearch } from '../../../../../campaigns/directory/search.ts';
import type {
  NameReportView,
  StationView,
} from '../../../../../messaging/contract/field/stations.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { localPath } from '../../../../i18n/language.ts';
import { stationWordsIn } from '../../../../i18n/station-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { DistrictOptions } from '../../ui/DistrictOptions.tsx';
import { Await, Field, Outcome, TextField } from '../../ui/parts.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useLoad } from '../../ui/use-service.ts';
import { ChangesList } from './ChangesList.tsx';
import { KitLine } from './KitLine.tsx';
import { StationEditor } from './StationEditor.tsx';
import { StationRecord } from './StationRecord.tsx';
import { StationUpload } from './StationUpload.tsx';

/** Stations of a district: those who know the names confirm and correct them here. */
export function StationsView() {
  const { language, districts } = useConsole();
  const words = stationWordsIn(language);
  const me = useMe();
  const asked = useAsked();
  const [district, setDistrict] = useState(
    me.role === 'district' ? (me.area ?? '') : (asked.get('district') ?? ''),
  );
  const own = districts.filter(
    ({ range, zone }) =>
      (me.role !== 'range' || range === me.area) && (me.role !== 'zone' || zone === me.area),
  );
  const choose = (id: string) => {
    setDistrict(id);
    remember({ district: id === '' ? null : id, station: null, show: null });
  };
  return (
    <>
      <p>{me.role === 'district' ? words.lead : words.leadHq}</p>
      {me.role !== 'district' && (
        <div className="narrow">
          <Field label={words.district}>
            {(ids) => (
              <select
                {...ids}
                value={district}
                onChange={({ currentTarget }) => choose(currentTarget.value)}
              >
                <option value="">{words.nothing}</option>
                <DistrictOptions of={own} />
              </select>
            )}
          </Field>
        </div>
      )}
      {district === '' ? <ChangesList /> : <DistrictStations key={district} district={district} />}
    </>
  );
}

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

function DistrictStations({ district }: { district: string }) {
  const { language } = useConsole();
  const words = stationWordsIn(language);
  const me = useMe();
  const asked = useAsked();
  const { state, reload } = useLoad('GET /api/stations/:district', { params: { district } });
  const reports = useLoad('GET /api/name-reports');
  const [chosen, setChosen] = useState<string | null>(asked.get('station'));
  const [adding, setAdding] = useState(false);
  const [saved, setSaved] = useState(0);
  const open = useCallback((station: string | null) => {
    setAdding(false);
    setChosen(station);
    setSaved(0);
    remember({ station });
  }, []);
  const onSaved = (station: string | null) => {
    setAdding(false);
    setChosen(station);
    remember({ station });
    setSaved((last) => last + 1);
    reload();
    reports.reload();
  };
  const reportsOf = (station: string): NameReportView[] =>
    reports.state.kind === 'loaded'
      ? reports.state.value.filter((each) => each.district === district && each.station === station)
      : [];
  return (
    <Await state={state} retry={reload}>
      {({ stations, removed }) => {
        const station = [...stations, ...removed].find(({ id }) => id === chosen) ?? null;
        return (
          <div className={`stations-view${station !== null || adding ? ' open' : ''}`}>
            <div className="stations-side">
              <KitLine key={saved} />
              <StationPicker
                district={district}
                stations={stations}
                removed={removed}
                chosen={chosen}
                onChoose={open}
              />
              {me.role === 'district' && (
                <>
                  <p>
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() => {
                        open(null);
                        setAdding(true);
                      }}
                    >
                      {words.add}
                    </button>
                  </p>
                  <StationUpload district={district} onDone={() => onSaved(chosen)} />
                </>
              )}
            </div>
            <div className="stations-main" id="station">
              {saved > 0 && (
                <Outcome key={saved} tone="good">
                  <p>{words.saved}</p>
                </Outcome>
              )}
              {station === null && !adding ? (
                <p className="notice plain">{words.choose}</p>
              ) : (
                <StationEditor
                  key={`${chosen} ${saved} ${station?.correction?.version} ${adding}`}
                  district={district}
                  station={adding ? null : station}
                  removed={removed.some(({ id }) => id === chosen)}
                  reports={chosen === null ? [] : reportsOf(chosen)}
                  onSaved={onSaved}
                />
              )}
              {station !== null && !adding && (
                <StationRecord key={station.id} district={district} station={station.id} />
              )}
            </div>
          </div>
        );
      }}
    </Await>
  );
}

/** The list of a district's stations with search and filters; all of it stands in the address. */
function StationPicker({
  district,
  stations,
  removed,
  chosen,
  onChoose,
}: {
  district: string;
  stations: readonly StationView[];
  removed: readonly StationView[];
  chosen: string | null;
  onChoose: (station: string) => void;
}) {
  const { language, districts } = useConsole();
  const words = stationWordsIn(language);
  const asked = useAsked().get('show');
  const [filter, setFilter] = useState<Filter>(filters.find((name) => name === asked) ?? 'all');
  const [query, setQuery] = useState('');
  const search = useMemo(
    () =>
      createSearch({
        districts: districts.filter(({ id }) => id === district),
        stations: stations.map((station) => ({ ...station, district })),
      }),
    [stations, district, districts],
  );
  const of = (name: Filter) => (name === 'removed' ? removed : stations.filter(belongs[name]));
  const filtered = of(filter);
  const met =
    query.trim() === '' ? null : new Map(search(query, 60).map((hit, at) => [hit.id, at]));
  const shown =
    met === null
      ? filtered
      : filtered
          .filter(({ id }) => met.has(id))
          .toSorted((a, b) => (met.get(a.id) ?? 0) - (met.get(b.id) ?? 0));
  const figure = (count: number) => formatNumber(count, language);
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
          .filter((name) => name === 'all' || name === filter || of(name).length > 0)
          .map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === filter}
              onClick={() => {
                setFilter(name);
                remember({ show: name === 'all' ? null : name });
              }}
            >
              {words.filters[name]} <span>{figure(of(name).length)}</span>
            </button>
          ))}
      </div>
      <p className="detail" role="status">
        {words.count(figure(shown.length), figure(stations.length))}
      </p>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="plain station-list">
          {shown.map((station) => (
            <li key={station.id}>
              <a
                href={`${localPath(language, '/console/stations/')}?district=${district}&station=${station.id}#station`}
                aria-current={station.id === chosen ? 'true' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onChoose(station.id);
                  document.getElementById('station')?.scrollIntoView({ block: 'start' });
                }}
              >
                <strong>{station.nameHi}</strong>
                <span className="detail">{station.nameEn}</span>
                <StationMarks station={station} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function StationMarks({ station }: { station: StationView }) {
  const { language } = useConsole();
  const words = stationWordsIn(language);
  const { needsCheck, reports, correction, superseded } = station;
  return (
    <span className="station-marks">
      {needsCheck && <span className="mark todo">{words.needsCheck}</span>}
      {reports > 0 && (
        <span className="mark todo">{words.reportsOf(formatNumber(reports, language))}</span>
      )}
      {correction?.held && <span className="mark bad">{words.held}</span>}
      {correction !== null && !correction.held && (
        <span className="mark done">{words.actions[correction.action]}</span>
      )}
      {superseded && <span className="mark todo">{words.superseded}</span>}
    </span>
  );
}

/** Puts what is shown into the address, so that a link leads to it. */
function remember(values: Record<string, string | null>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(null, '', url);
}
