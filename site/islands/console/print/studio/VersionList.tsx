import { useState } from 'react';
import type { VersionView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Button, Outcome } from '../../ui/parts.tsx';
import { ChangeList } from './ChangeList.tsx';
import { studioWordsIn } from './studio-words.ts';

interface VersionListProps {
  versions: readonly VersionView[];
  onSent: () => void;
}

/** Every version with who, when and what, and the way back to it. */
export function VersionList({ versions, onSent }: VersionListProps) {
  const { service, words } = useConsole(studioWordsIn);
  const may = useMay();
  const [isSent, setIsSent] = useState(false);
  const mayDraft = may('studio.draft');
  const send = async (id: number) => {
    await service.ask('POST /api/studio/versions/:id/roll-back', { params: { id }, body: {} });
    setIsSent(true);
    onSent();
  };
  return (
    <>
      {isSent && (
        <Outcome tone="good">
          <p>{words.rollBackSent}</p>
        </Outcome>
      )}
      <ol className="plain studio-versions">
        {versions.map((version, place) => (
          <li key={version.number}>
            <VersionFacts version={version} isPublished={place === 0} />
            {mayDraft && place > 0 && (
              <RollBack version={version.number} onSend={() => send(version.number)} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function VersionFacts({ version, isPublished }: { version: VersionView; isPublished: boolean }) {
  const { language, words } = useConsole(studioWordsIn);
  const { number, artworkVersion, rolledBackTo, publishedAt, changes, remark } = version;
  const { draftedBy, approvedBy } = version;
  return (
    <>
      <p>
        <strong>{words.version(number)}</strong> <span className="detail">v{artworkVersion}</span>{' '}
        {rolledBackTo !== null && <span className="tag">{words.rollbackTo(rolledBackTo)}</span>}
        {isPublished && <span className="tag">{words.published}</span>}
      </p>
      <p className="detail">
        {publishedAt === null ? words.repository : formatMoment(publishedAt, language)}
      </p>
      {draftedBy !== null && approvedBy !== null && (
        <p className="detail">{words.byTwo(draftedBy, approvedBy)}</p>
      )}
      {remark !== '' && <p>{remark}</p>}
      {changes.length > 0 && (
        <details>
          <summary>{words.showChanges(changes.length)}</summary>
          <ChangeList changes={changes} />
        </details>
      )}
    </>
  );
}

interface RollBackProps {
  version: number;
  onSend: () => Promise<void>;
}

function RollBack({ version, onSend }: RollBackProps) {
  const { words } = useConsole(studioWordsIn);
  const [isChosen, choose] = useState(false);
  const send = () => onSend().then(() => choose(false));
  if (isChosen)
    return (
      <AskForm
        className="row"
        button={words.rollBackSure}
        send={send}
        onCancel={() => choose(false)}
        cancel={words.cancel}
      />
    );
  return (
    <p className="row">
      <Button look="link" onClick={() => choose(true)}>
        {words.rollBack}
        <span className="sr-only">: {words.version(version)}</span>
      </Button>
    </p>
  );
}
