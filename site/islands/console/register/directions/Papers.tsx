import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { formatBytes } from '../../../../i18n/format.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/FileField.tsx';
import { Button, ErrorNotice, UploadBar } from '../../ui/parts.tsx';
import { useUpload } from '../../ui/use-upload.ts';
import { directionWordsIn } from './direction-words.ts';
import type { Named } from './register-context.ts';
import type { OnDone } from './use-rounds.ts';

/** Papers of an occurrence; they can be added and removed until it is handed in. */
export function Papers({
  detail,
  named,
  onDone,
}: {
  detail: OccurrenceDetail;
  named: Named;
  onDone: OnDone;
}) {
  const { service, words } = useConsole(directionWordsIn);
  const { share, busy, error, upload: run } = useUpload();
  const { occurrence, files, may } = detail;
  const open = may.includes('save');
  if (files.length === 0 && (!open || !named.obligation.file)) return null;
  const { key, version } = occurrence;
  const add = (file: File) =>
    run(async (onShare) => {
      onShare(0);
      const query = { key, version };
      const upload = { file, onShare };
      onDone(await service.upload('POST /api/directions/files', { query }, upload), 'paper');
    });
  const remove = (id: number) =>
    run(async () => {
      const request = { params: { id }, body: { version } };
      onDone(await service.ask('POST /api/directions/files/:id/remove', request), 'paper');
    });
  return (
    <section aria-labelledby="direction-papers">
      <h3 id="direction-papers">{words.papers}</h3>
      <ul className="plain activities">
        {files.map(({ id, name, bytes }) => (
          <li key={id}>
            <a href={makeAddress('GET /api/directions/files/:id', { params: { id } })} download>
              {name}
            </a>{' '}
            <span className="detail">{formatBytes(bytes)}</span>{' '}
            {open && (
              <Button look="link" disabled={busy} onClick={() => remove(id)}>
                {words.paperRemove(name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <FileField
          key={version}
          label={words.paperAdd}
          hint={words.papersHint}
          name="paper"
          accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
          onChoose={(file) => file && add(file)}
        />
      )}
      <UploadBar share={share} />
      <ErrorNotice error={error} />
    </section>
  );
}
