import { pickName } from '../../campaigns/directory/pick-name.ts';
import type { District } from '../../campaigns/directory/station.ts';
import {
  borders,
  letterCount,
  mapSize,
  tileCentre,
  tileInitials,
  tileLines,
  tileOutline,
} from '../../campaigns/figures/charts/tile-map.ts';
import type { Language } from '../i18n/language.ts';

export type MapDistrict = Pick<
  District,
  'id' | 'nameHi' | 'nameEn' | 'zone' | 'tileCol' | 'tileRow'
>;

interface Props {
  language: Language;
  districts: readonly MapDistrict[];
  hrefOf: (district: MapDistrict) => string;
  /** The text below the name, and the shade of the tile from 0 to 5; neither for a plain map */
  readingOf?: (district: MapDistrict) => { text: string; shade: number };
}

/**
 * Hexagon map whose tiles are links. A list next to it holds the same links and figures, which is the shorter
 * way for keyboards and screen readers: so the map is for eyes and fingers only. On a phone it is wider than the screen
 * and moves sideways in its frame, so that a finger meets the tile it aims at.
 */
export function TileMap({ language, districts, hrefOf, readingOf }: Props) {
  const { width, height } = mapSize(districts);
  return (
    <div className="tile-frame" aria-hidden="true">
      <svg className="tile-map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {districts.map((district) => (
          <Tile
            key={district.id}
            language={language}
            district={district}
            href={hrefOf(district)}
            reading={readingOf?.(district)}
          />
        ))}
        <path className="border" d={borders(districts, ({ zone }) => zone)} />
      </svg>
    </div>
  );
}

interface TileProps {
  language: Language;
  district: MapDistrict;
  href: string;
  reading: { text: string; shade: number } | undefined;
}

function Tile({ language, district, href, reading }: TileProps) {
  const name = pickName(district, language);
  const { x, y } = tileCentre(district);
  const lines = tileLines(name, language);
  const middle = (lines.length - 1) / 2 + (reading ? 0.5 : 0);
  const isLong = lines.some((line) => letterCount(line, language) > 8);
  return (
    <g transform={`translate(${round(x)} ${round(y)})`}>
      <a href={href} tabIndex={-1} data-district={district.id}>
        <title>{reading ? `${name}: ${reading.text}` : name}</title>
        <path className={reading ? `tile shade-${reading.shade}` : 'tile'} d={tileOutline} />
        {lines.map((line, at) => (
          <text
            key={line}
            className={isLong ? 'name long' : 'name'}
            y={round((at - middle) * 24 + 6)}
          >
            {line}
          </text>
        ))}
        {reading && (
          <text className="name value" y={round((lines.length - middle) * 24 + 8)}>
            {reading.text}
          </text>
        )}
        <text className="initials" y="14">
          {tileInitials(name, language)}
        </text>
      </a>
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
