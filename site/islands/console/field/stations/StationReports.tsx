import type { NameReportView } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { stationWordsIn } from './station-words.ts';

/** Citizens' reports of a wrong name: one is taken over into the form, or dismissed where the name is right. */
export function StationReports({
  reports,
  may,
  onTake,
  onDone,
}: {
  reports: readonly NameReportView[];
  may: boolean;
  onTake: (name: string) => void;
  onDone: () => void;
}) {
  const { language, service } = useConsole();
  const words = stationWordsIn(language);
  const { busy, error, run } = useAction();
  const dismiss = (id: number) =>
    run(async () => {
      await service.ask('POST /api/name-reports/:id/dismiss', { params: { id } });
      onDone();
    });
  return (
    <div className="notice plain station-reports">
      <h3>{words.reportsOf(formatNumber(reports.length, language))}</h3>
      <ul className="plain">
        {reports.map(({ id, suggested, note, reportedAt }) => (
          <li key={id}>
            <p>
              <strong>{words.suggested(suggested)}</strong>
              {note !== '' && <> · {note}</>}
              <br />
              <span className="detail">{formatMoment(reportedAt, language)}</span>
            </p>
            {may && (
              <p className="station-actions">
                <button type="button" className="button quiet" onClick={() => onTake(suggested)}>
                  {words.take}
                </button>
                <button
                  type="button"
                  className="button quiet"
                  disabled={busy}
                  onClick={() => dismiss(id)}
                >
                  {words.dismiss}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <ErrorNotice error={error} />
    </div>
  );
}
