import { formatNumber } from '../../i18n/format.ts';
import { localPath } from '../../i18n/language.ts';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { DistrictHome } from './DistrictHome.tsx';
import { Await } from './parts.tsx';
import { ReviewNote } from './ReviewNote.tsx';
import { useLoad } from './use-service.ts';

/** What is done and what is missing: the own district, or the districts of the area and one of them. */
export function HomeView() {
  const me = useMe();
  const chosen = new URLSearchParams(location.search).get('district');
  const district = me.role === 'district' ? me.area : chosen;
  return (
    <>
      {district === null ? <AreaHome /> : <DistrictHome district={district} />}
      <ReviewNote />
    </>
  );
}

function AreaHome() {
  const { language, words } = useConsole();
  const nameOf = useDistrictName();
  const { state, reload } = useLoad('GET /api/activities/checklist');
  return (
    <Await state={state} retry={reload}>
      {(districts) => {
        const rows = districts
          .map((entry) => ({ ...entry, name: nameOf(entry.district), all: entry.stations.length }))
          .toSorted(
            (left, right) =>
              right.missing - left.missing || left.name.localeCompare(right.name, language),
          );
        const missing = rows.reduce((sum, row) => sum + row.missing, 0);
        const all = rows.reduce((sum, row) => sum + row.all, 0);
        return (
          <section>
            <p className="headline">
              <strong>{formatNumber(missing, language)}</strong>{' '}
              {words.home.missingOf(formatNumber(all, language))}
            </p>
            <table className="figures-table">
              <caption>{words.home.areaCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.district}</th>
                  <th scope="col">{words.home.stations}</th>
                  <th scope="col">{words.home.done}</th>
                  <th scope="col">{words.home.missing}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.district}>
                    <th scope="row">
                      <a href={`${localPath(language, '/console/')}?district=${row.district}`}>
                        {row.name}
                      </a>
                    </th>
                    <td>{formatNumber(row.all, language)}</td>
                    <td>{formatNumber(row.all - row.missing, language)}</td>
                    <td>{formatNumber(row.missing, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      }}
    </Await>
  );
}
