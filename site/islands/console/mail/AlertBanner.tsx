import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Alert } from '../../../../messaging/mail/alerts/routes.ts';
import { localPath } from '../../../i18n/language.ts';
import { blastPath } from '../phone/blasts/blast-paths.ts';
import { AskButton } from '../ui/AskForm.tsx';
import { useConsole, useMe } from '../ui/console-context.ts';
import { FoldedNotice } from '../ui/FoldedNotice.tsx';
import { formatMoment } from '../ui/format-moment.ts';
import { useChanges } from '../ui/use-changes.ts';
import { useLoad } from '../ui/use-service.ts';

/** Alerts, on every page of those who can do something about them, until their cause is gone. */
export function AlertBanner() {
  const { role } = useMe();
  return rolesFor('alert.read').includes(role) ? <OpenAlerts /> : null;
}

function OpenAlerts() {
  const { words, language } = useConsole();
  const { state, reload } = useLoad('GET /api/alerts');
  useChanges(['alert'], reload);
  // The page tells by itself when the service is away.
  if (state.kind !== 'loaded' || state.value.length === 0) return null;
  return (
    <FoldedNotice
      title={words.alerts.title}
      count={state.value.length}
      first={state.value[0]?.text[language]}
    >
      <ul className="plain activities">
        {state.value.map((alert) => (
          <OpenAlert key={alert.id} alert={alert} onSeen={reload} />
        ))}
      </ul>
    </FoldedNotice>
  );
}

function OpenAlert({ alert, onSeen }: { alert: Alert; onSeen: () => void }) {
  const { words, language, service } = useConsole();
  const { id, kind, subject, text, openedAt, acknowledgedBy, acknowledgedAt } = alert;
  return (
    <li>
      <p>
        <strong>{text[language]}</strong>
      </p>
      <p className="detail">
        {words.alerts.since(formatMoment(openedAt, language))}
        {acknowledgedBy !== null &&
          acknowledgedAt !== null &&
          ` · ${words.alerts.seenBy(acknowledgedBy, formatMoment(acknowledgedAt, language))}`}
      </p>
      <div className="row">
        <a className="button quiet" href={`${localPath(language, '/help/operate/')}#${kind}`}>
          {words.alerts.whatToDo}
        </a>
        {kind === 'blast-paused' && (
          <a className="button" href={blastPath(language, Number(subject))}>
            {words.alerts.openBlast}
          </a>
        )}
        {acknowledgedBy === null && (
          <AskButton
            button={words.alerts.seen}
            send={async () => {
              await service.ask('POST /api/alerts/:id/acknowledge', { params: { id }, body: {} });
              onSeen();
            }}
          />
        )}
      </div>
    </li>
  );
}
