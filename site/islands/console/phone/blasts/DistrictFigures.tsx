import { findShade } from '../../../../../campaigns/figures/charts/shades.ts';
import type { MessageChannel } from '../../../../../messaging/contract/values.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { TileMap } from '../../../../components/TileMap.tsx';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { blastWordsIn, figureWords } from './blast-words.ts';
import { pickMapSteps, summarise } from './figures.ts';
import { runWordsIn } from './run-words.ts';
import { useFirstRows } from './use-first-rows.tsx';

/** Figures of each district once the blast has ended; the largest first. */
export function DistrictFigures({
  rows,
  channel,
}: {
  rows: BlastDetail['byDistrict'];
  channel: MessageChannel;
}) {
  const { language, words: shared } = useConsole();
  const nameDistrict = useDistrictName();
  const { words } = useConsole(blastWordsIn);
  const runWords = runWordsIn(language);
  const count = (value: number) => formatNumber(value, language);
  const names = figureWords(words, channel);
  const sorted = rows
    .map(({ district, figures }) => ({ district, ...summarise(figures) }))
    .toSorted((left, right) => right.all - left.all);
  const { shown, more } = useFirstRows(sorted);
  const contacts = new Map(
    sorted.flatMap(({ district, sent }) =>
      district === null || sent === 0 ? [] : [[district, sent] as const],
    ),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="by-district">
      <h3 id="by-district">{runWords.byDistrict}</h3>
      <div className={contacts.size > 1 ? 'map-and-table' : undefined}>
        {contacts.size > 1 && (
          <DistrictMap contacts={contacts} name={names.sent} tableId="district-figures" />
        )}
        <div>
          <FigureTable
            id="district-figures"
            rows={shown}
            keyOf={({ district }) => district ?? ''}
            columns={[
              [
                shared.district,
                ({ district }) =>
                  district === null ? words.segments.noDistrict : nameDistrict(district),
              ],
              [names.sent, ({ sent }) => count(sent)],
              [names.delivered, ({ delivered }) => count(delivered)],
              [names.failed, ({ failed }) => count(failed)],
            ]}
          />
          {more}
        </div>
      </div>
    </section>
  );
}

interface DistrictMapProps {
  /** Contacts by district; one without any has no entry. */
  contacts: ReadonlyMap<string, number>;
  /** Title of the legend. */
  name: string;
  /** Id of the table with the same figures, to which the tiles lead. */
  tableId: string;
}

/** Contacts by district on the hexagon map; the table next to it has the figures. */
function DistrictMap({ contacts, name, tableId }: DistrictMapProps) {
  const { language, districts, words } = useConsole(runWordsIn);
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
