import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { KitLine } from './KitLine.tsx';
import { stationWordsIn } from './station-words.ts';

/** Corrections of all districts, the latest first. */
export function ChangesList() {
  const { language } = useConsole();
  const words = stationWordsIn(language);
  const nameDistrict = useDistrictName();
  const { state, reload } = useLoad('GET /api/stations', { query: { limit: 200 } });
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words.changes}</h2>
      <KitLine always />
      <Await state={state} retry={reload}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="notice plain">{words.changesNone}</p>
          ) : (
            <ul className="plain station-list changes">
              {changes.map(({ district, station, action, before, after, by, at, held }) => (
                <li key={`${district}/${station}`}>
                  <a
                    href={`${localPath(language, '/console/stations/')}?district=${district}&station=${station}`}
                  >
                    <strong>
                      {nameDistrict(district)}: {words.actions[action]}
                    </strong>
                    <span>
                      {words.change(
                        before?.nameHi ?? words.nothing,
                        after?.nameHi ?? words.nothing,
                      )}
                    </span>
                    <span className="detail">{words.by(by, formatMoment(at, language))}</span>
                    {held && <span className="mark bad">{words.held}</span>}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}
