import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import { artworkWords } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatDay, formatNumber, formatShortDay } from '../../../../i18n/format.ts';
import { localPath } from '../../../../i18n/language.ts';
import { recordWordsIn } from '../../../../i18n/record-words.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';

type Record = Answer<'GET /api/stations/:district/:station/record'>;

/** The record of a station's board: picture, dates, scans by week, versions; its public page is one tap away. */
export function StationRecord({ district, station }: { district: string; station: string }) {
  const { language } = useConsole();
  const words = recordWordsIn(language);
  const { state, reload } = useLoad('GET /api/stations/:district/:station/record', {
    params: { district, station },
  });
  return (
    <section className="station-record" aria-labelledby="record">
      <h2 id="record">{words.title}</h2>
      <p>
        <a href={localPath(language, `/print/${district}/${station}/`)}>{words.publicPage}</a>
      </p>
      <Await state={state} retry={reload}>
        {(record) => (
          <>
            <Picture record={record} />
            <Dates record={record} />
            <Weeks record={record} />
            <Versions record={record} />
          </>
        )}
      </Await>
    </section>
  );
}

function SampleTag({ record }: { record: Record }) {
  const { words } = useConsole();
  return record.sample ? <span className="tag">{words.sample}</span> : null;
}

function Picture({ record: { board } }: { record: Record }) {
  const { language } = useConsole();
  const words = recordWordsIn(language);
  if (board === null) return <p className="notice plain">{words.noBoard}</p>;
  if (!board.hasPhoto) return <p className="notice plain">{words.noPhoto}</p>;
  const params = { id: board.activity };
  return (
    <img
      src={makeAddress('GET /api/activities/:id/photo', { params })}
      alt={words.photo}
      loading="lazy"
      width="640"
    />
  );
}

function Dates({ record }: { record: Record }) {
  const { language } = useConsole();
  const words = recordWordsIn(language);
  const [order] = record.orders;
  const moment = (at: string | null | undefined) => (at == null ? null : toDay(new Date(at)));
  const rows: [string, string | null][] = [
    [words.ordered, order?.orderedOn ?? null],
    [words.dispatched, moment(order?.dispatchedAt)],
    [words.received, moment(order?.receivedAt)],
    [words.hung, record.board?.hungOn ?? null],
  ];
  return (
    <>
      <h3>
        {words.dates} <SampleTag record={record} />
      </h3>
      <dl className="facts">
        {rows.map(([name, day]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{day === null ? words.notYet : formatDay(day, language)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Weeks({ record }: { record: Record }) {
  const { language } = useConsole();
  const words = recordWordsIn(language);
  const most = Math.max(...record.weeks.map(({ scans }) => scans));
  return (
    <>
      <h3>
        {words.weeks} <SampleTag record={record} />
      </h3>
      {most <= 0 ? (
        <p>{words.noScans}</p>
      ) : (
        <table className="figures-table weeks">
          <caption className="sr-only">{words.weeks}</caption>
          <thead>
            <tr>
              <th scope="col">{words.week}</th>
              <th scope="col">{words.scans}</th>
            </tr>
          </thead>
          <tbody>
            {record.weeks.map(({ first, last, scans }) => (
              <tr key={first}>
                <th scope="row">
                  {formatShortDay(first, language)} – {formatShortDay(last, language)}
                </th>
                <td>
                  <span className="bar">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(100 * scans) / most} height="10" />
                    </svg>
                    {formatNumber(scans, language)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Versions({ record: { versions } }: { record: Record }) {
  const { language } = useConsole();
  const words = recordWordsIn(language);
  return (
    <>
      <h3>{words.versions}</h3>
      {versions.length === 0 ? (
        <p>{words.noVersions}</p>
      ) : (
        <table className="figures-table">
          <caption className="sr-only">{words.versions}</caption>
          <thead>
            <tr>
              <th scope="col">{words.artwork}</th>
              <th scope="col">{words.made}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ artwork, sha256, madeAt, supersededAt }) => (
              <tr key={`${artwork} ${sha256}`}>
                <th scope="row">
                  {artworkWords[language][artwork] ?? artwork}{' '}
                  <span className="detail">{sha256.slice(0, 8)}</span>
                </th>
                <td className="made">{formatDay(toDay(new Date(madeAt)), language)}</td>
                <td>
                  {supersededAt === null
                    ? words.present
                    : words.superseded(formatDay(toDay(new Date(supersededAt)), language))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
