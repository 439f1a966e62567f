import { findShade } from '../../../../../campaigns/charts/shades.ts';
import { TileMap } from '../../../../components/TileMap.tsx';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { pickMapSteps } from './map-steps.ts';
import { useBlastWords } from './use-blast-words.ts';

interface DistrictMapProps {
  /** Contacts by district; one without any has no entry. */
  contacts: ReadonlyMap<string, number>;
  /** Title of the legend. */
  name: string;
  /** Id of the table with the same figures, to which the tiles lead. */
  tableId: string;
}

/** Contacts by district on the hexagon map; the table next to it has the figures. */
export function DistrictMap({ contacts, name, tableId }: DistrictMapProps) {
  const { language, districts } = useConsole();
  const words = useBlastWords();
  const steps = pickMapSteps([...contacts.values()]);
  const count = (value: number) => formatNumber(value, language);
  const labels = [
    words.map.none,
    ...steps.map((step) => words.map.upTo(count(step))),
    words.map.over(count(steps.at(-1) ?? 0)),
  ];
  return (
    <figure className="district-map">
      <figcaption className="detail">{name}</figcaption>
      <ul className="plain map-legend">
        {labels.map((label, shade) => (
          <li key={label}>
            <svg className="tile-map swatch" viewBox="0 0 24 16" aria-hidden="true">
              <rect className={`tile shade-${shade}`} width="24" height="16" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <TileMap
        language={language}
        districts={districts}
        hrefOf={() => `#${tableId}`}
        readingOf={({ id }) => {
          const value = contacts.get(id) ?? 0;
          return { text: value === 0 ? '–' : count(value), shade: findShade(value, steps) };
        }}
      />
    </figure>
  );
}
