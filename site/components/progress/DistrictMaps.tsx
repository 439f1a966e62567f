import {
  boardSteps,
  findShade,
  perStationText,
  scanSteps,
  shadeLabels,
} from '../../../campaigns/figures/charts/shades.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { localPath } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { type MapDistrict, TileMap } from '../TileMap.tsx';
import { type ProgressProps, rankDistricts } from './progress-page.ts';

/** Two maps behind two radio buttons: the choice works without a script. */
export function DistrictMaps(props: ProgressProps) {
  const { language, places } = props;
  const words = progressWordsIn(language);
  const rows = rankDistricts(props);
  const byId = new Map(rows.map((row) => [row.place.id, row]));
  const steps = scanSteps(rows);
  const toAddress = ({ id }: MapDistrict) => localPath(language, `/progress/${id}/`);
  const boardReading = (district: MapDistrict) => {
    const share = byId.get(district.id)?.share ?? null;
    return { text: share === null ? '–' : formatShare(share), shade: findShade(share, boardSteps) };
  };
  const scanReading = (district: MapDistrict) => {
    const value = byId.get(district.id)?.perStation ?? null;
    return { text: perStationText(value), shade: findShade(value, steps) };
  };
  const common = { language, districts: places.districts, hrefOf: toAddress };
  const isEmpty = rows.every(({ boards, scans }) => boards.up === 0 && scans.total === 0);
  if (isEmpty) return <p>{words.none}</p>;
  return (
    <div className="maps">
      <fieldset>
        <legend className="sr-only">{words.map}</legend>
        <label>
          <input type="radio" name="map" value="boards" defaultChecked /> {words.mapBoards}
        </label>
        <label>
          <input type="radio" name="map" value="scans" /> {words.mapScans}
        </label>
      </fieldset>
      <div className="map boards">
        <Legend title={words.legendBoards} steps={boardSteps.map(formatShare)} none={words.none} />
        <TileMap {...common} readingOf={boardReading} />
      </div>
      <div className="map scans">
        <Legend
          title={words.legendScans}
          steps={steps.map((step) => formatNumber(step, language))}
          none={words.none}
        />
        <TileMap {...common} readingOf={scanReading} />
      </div>
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
