import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import { artworkWords } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatDay, formatNumber, formatShortDay } from '../../../../i18n/format.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';

const recordWordsIn = inEachLanguage({
  weeks: ['सप्ताहवार स्कैन', 'Scans by week'],
  noScans: ['पिछले 12 सप्ताह में कोई स्कैन नहीं।', 'No scan in the last 12 weeks.'],
  week: ['सप्ताह', 'Week'],
  scans: ['स्कैन', 'Scans'],
  versions: ['आर्टवर्क के संस्करण', 'Versions of the artwork'],
  noVersions: [
    'इस थाने की कोई छपाई-फ़ाइल अभी नहीं बनी है।',
    'No press file of this station has been made yet.',
  ],
  artwork: ['आर्टवर्क', 'Artwork'],
  made: ['बना', 'Made'],
  state: ['स्थिति', 'State'],
  present: ['वर्तमान', 'present'],
  superseded: (day: string) => [`${day} से पुराना`, `superseded since ${day}`],
});

type Record = Answer<'GET /api/stations/:district/:station/record'>;

/** The scans of a station's codes by week, and the versions of its artwork. */
export function StationRecord({ district, station }: { district: string; station: string }) {
  const { words } = useConsole(recordWordsIn);
  const { state, reload } = useLoad('GET /api/stations/:district/:station/record', {
    params: { district, station },
  });
  return (
    <section className="station-record" aria-label={words.weeks}>
      <Await state={state} retry={reload}>
        {(record) => (
          <>
            <Weeks record={record} />
            <details>
              <summary>{words.versions}</summary>
              <Versions record={record} />
            </details>
          </>
        )}
      </Await>
    </section>
  );
}

function Weeks({ record }: { record: Record }) {
  const { language, words } = useConsole(recordWordsIn);
  const most = Math.max(...record.weeks.map(({ scans }) => scans));
  if (most <= 0) return <p>{words.noScans}</p>;
  return (
    <FigureTable
      className="figures-table weeks"
      caption={words.weeks}
      rows={record.weeks}
      keyOf={({ first }) => first}
      columns={[
        [
          words.week,
          ({ first, last }) =>
            `${formatShortDay(first, language)} – ${formatShortDay(last, language)}`,
        ],
        [
          words.scans,
          ({ scans }) => (
            <span className="bar">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(100 * scans) / most} height="10" />
              </svg>
              {formatNumber(scans, language)}
            </span>
          ),
        ],
      ]}
    />
  );
}

function Versions({ record: { versions } }: { record: Record }) {
  const { language, words } = useConsole(recordWordsIn);
  if (versions.length === 0) return <p>{words.noVersions}</p>;
  return (
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
  );
}
