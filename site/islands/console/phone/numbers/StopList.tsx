import { useEffect, useState } from 'react';
import { listOptOutWays } from '../../../../../campaigns/words/opt-out-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';

const pageRows = 10;

/** Numbers that said stop, masked, the latest first, a page at a time. */
export function StopList({ round }: { round: number }) {
  const { language, words: common } = useConsole();
  const words = usePhoneWords();
  const [first, setFirst] = useState(0);
  const { state, reload } = useLoad('GET /api/opt-outs', {
    query: { limit: pageRows, offset: first },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done elsewhere changes the list
  useEffect(() => {
    setFirst(0);
    void reload();
  }, [round]);
  const count = (value: number) => formatNumber(value, language);
  return (
    <Await state={state} retry={reload}>
      {({ total, entries, ways }) => (
        <>
          <h3>{words.numbers.ways}</h3>
          <ul>
            {listOptOutWays(ways).map((way) => (
              <li key={way.en}>{way[language]}</li>
            ))}
          </ul>
          {total === 0 && <p>{words.numbers.noStops}</p>}
          {total > 0 && (
            <FigureTable
              className="figures-table phone-stops"
              caption={words.numbers.total(count(total))}
              rows={entries}
              keyOf={({ number, at }) => `${number} ${at}`}
              columns={[
                [
                  words.numbers.masked,
                  ({ number }) => <span className="phone-number">{number}</span>,
                ],
                [
                  words.numbers.source,
                  ({ source, sample }) => (
                    <>
                      {words.numbers.sources[source]}{' '}
                      {sample && <span className="tag">{common.sample}</span>}
                    </>
                  ),
                  'words',
                ],
                [words.numbers.when, ({ at }) => formatMoment(at, language)],
              ]}
            />
          )}
          {total > pageRows && (
            <div className="row phone-pages">
              <button
                type="button"
                className="button quiet"
                disabled={first === 0}
                onClick={() => setFirst(Math.max(0, first - pageRows))}
              >
                {words.numbers.newer}
              </button>
              <button
                type="button"
                className="button quiet"
                disabled={first + pageRows >= total}
                onClick={() => setFirst(first + pageRows)}
              >
                {words.numbers.older}
              </button>
              <p role="status" className="detail">
                {words.numbers.page(count(first + 1), count(first + entries.length), count(total))}
              </p>
            </div>
          )}
        </>
      )}
    </Await>
  );
}
