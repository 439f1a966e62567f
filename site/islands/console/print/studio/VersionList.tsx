import { useState } from 'react';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { VersionView } from '../../../../../messaging/contract/print/studio.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { ChangeList } from './ChangeList.tsx';
import { useStudioWords } from './use-studio-words.ts';

/** Every version with who, when and what, and the way back to it. */
export function VersionList({
  versions,
  onSent,
}: {
  versions: readonly VersionView[];
  onSent: () => void;
}) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const { role } = useMe();
  const [asked, setAsked] = useState<number | null>(null);
  const [isSent, setIsSent] = useState(false);
  const { busy, error, run } = useAction();
  const mayDraft = rolesFor('studio.draft').includes(role);
  const send = (number: number) =>
    run(async () => {
      await service.ask('POST /api/studio/versions/:id/roll-back', {
        params: { id: number },
        body: {},
      });
      setAsked(null);
      setIsSent(true);
      onSent();
    });
  return (
    <>
      {isSent && (
        <Outcome tone="good">
          <p>{words.rollBackSent}</p>
        </Outcome>
      )}
      <ErrorNotice error={error} />
      <ol className="plain studio-versions">
        {versions.map((version, place) => (
          <li key={version.number}>
            <p>
              <strong>{words.version(version.number)}</strong>{' '}
              <span className="detail">v{version.artworkVersion}</span>{' '}
              {version.rolledBackTo !== null && (
                <span className="tag">{words.rollbackTo(version.rolledBackTo)}</span>
              )}
              {place === 0 && <span className="tag">{words.published}</span>}
            </p>
            <p className="detail">
              {version.publishedAt === null
                ? words.repository
                : formatMoment(version.publishedAt, language)}
            </p>
            {version.draftedBy !== null && version.approvedBy !== null && (
              <p className="detail">{words.byTwo(version.draftedBy, version.approvedBy)}</p>
            )}
            {version.remark !== '' && <p>{version.remark}</p>}
            {version.changes.length > 0 && (
              <details>
                <summary>{words.showChanges(version.changes.length)}</summary>
                <ChangeList changes={version.changes} />
              </details>
            )}
            {mayDraft && place > 0 && (
              <p className="row">
                {asked === version.number ? (
                  <>
                    <button
                      type="button"
                      className="button"
                      disabled={busy}
                      onClick={() => send(version.number)}
                    >
                      {words.rollBackSure}
                    </button>
                    <button type="button" className="link" onClick={() => setAsked(null)}>
                      {words.cancel}
                    </button>
                  </>
                ) : (
                  <button type="button" className="link" onClick={() => setAsked(version.number)}>
                    {words.rollBack}
                    <span className="sr-only">: {words.version(version.number)}</span>
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
