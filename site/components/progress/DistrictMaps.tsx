import {
  boardSteps,
  evenSteps,
  findShade,
  perStationText,
  shadeLabels,
} from '../../../campaigns/figures/charts/shades.ts';
import { formatShare } from '../../i18n/format.ts';
import { localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { type MapDistrict, TileMap } from '../TileMap.tsx';
import { divide, type ProgressProps } from './progress-page.ts';

/** Two maps behind two radio buttons: the choice works without a script. */
export function DistrictMaps({ file, language, places, period }: ProgressProps) {
  const words = progressWordsIn(language);
  const isWeek = period === 'week';
  const byId = new Map(file.districts.map((row) => [row.district, row]));
  const boardsOf = ({ id }: MapDistrict) => {
    const { boards, boardsLast7 = 0 } = byId.get(id) ?? {};
    return boards === undefined ? null : divide(isWeek ? boardsLast7 : boards.up, boards.stations);
  };
  const scansOf = ({ id }: MapDistrict) => {
    const { boards, visitors, visitorsPerStation = null } = byId.get(id) ?? {};
    if (boards === undefined || visitors === undefined) return null;
    return isWeek ? divide(visitors.last7, boards.stations) : visitorsPerStation;
  };
  const weekShares = isWeek ? places.districts.map(boardsOf) : [];
  const maps = [
    {
      id: 'boards',
      label: words.mapBoards,
      legend: words.legendBoards,
      readValue: boardsOf,
      steps: isWeek ? evenSteps(weekShares, 100) : boardSteps,
      write: (value: number | null) => (value === null ? '–' : formatShare(value)),
    },
    {
      id: 'scans',
      label: words.mapScans,
      legend: words.legendScans,
      readValue: scansOf,
      steps: evenSteps(places.districts.map(scansOf)),
      write: perStationText,
    },
  ];
  const isEmpty = maps.every(({ readValue }) =>
    places.districts.every((place) => !readValue(place)),
  );
  if (isEmpty) return <p>{isWeek ? `${words.last7}: ${words.none}` : words.none}</p>;
  return (
    <div className="maps">
      <fieldset>
        <legend className="sr-only">{words.map}</legend>
        {maps.map(({ id, label }, at) => (
          <label key={id}>
            <input type="radio" name="map" value={id} defaultChecked={at === 0} /> {label}
          </label>
        ))}
      </fieldset>
      {maps.map(({ id, legend, readValue, steps, write }) => (
        <div key={id} className={`map ${id}`}>
          <Legend
            title={isWeek ? `${words.last7}: ${legend}` : legend}
            steps={steps.map(write)}
            none={words.none}
          />
          <TileMap
            language={language}
            districts={places.districts}
            hrefOf={(district) => localPath(language, `/progress/${district.id}/`)}
            readingOf={(district) => {
              const value = readValue(district);
              return { text: write(value), shade: findShade(value, steps) };
            }}
          />
        </div>
      ))}
    </div>
  );
}

function Legend({ title, steps, none }: { title: string; steps: readonly string[]; none: string }) {
  const labels = shadeLabels(steps, none);
  return (
    <div className="legend">
      <p className="detail">{title}</p>
      <ul className="plain">
        {labels.map((label, shade) => (
          <li key={label}>
            <svg
              className="tile-map swatch"
              viewBox="0 0 24 16"
              width="24"
              height="16"
              aria-hidden="true"
            >
              <rect className={`tile shade-${shade}`} width="24" height="16" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
