import { formatBytes } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Field } from '../../ui/parts.tsx';
import { useBlastWords } from './use-blast-words.ts';

interface ListFileProps {
  file: File | null;
  onChoose: (file: File | null) => void;
  error: string | undefined;
}

/** The file with the numbers, and how large it is. */
export function ListFile({ file, onChoose, error }: ListFileProps) {
  const { words: shared } = useConsole();
  const words = useBlastWords();
  return (
    <Field label={words.upload.file} hint={words.upload.fileHint} error={error}>
      {(ids) => (
        <div className="file">
          <input
            {...ids}
            type="file"
            accept=".csv,.tsv,.txt,.gz,.xlsx"
            onChange={({ currentTarget }) => onChoose(currentTarget.files?.[0] ?? null)}
          />
          <span className="file-face" aria-hidden="true">
            <span className="file-button">{shared.chooseFile}</span>
            <span>
              {file === null ? shared.noFile : `${file.name} · ${formatBytes(file.size)}`}
            </span>
          </span>
        </div>
      )}
    </Field>
  );
}
