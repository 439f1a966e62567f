import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import type { PanelProps } from './panel-props.ts';
import { TypedWords } from './TypedWords.tsx';
import { useFindings } from './use-findings.ts';
import { usePressWords } from './use-press-words.ts';

/** Hands a draft with typed words to the second officer. */
export function SubmitPanel({
  detail: { note },
  lists,
  onDone,
}: PanelProps & { lists: PressForm }) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const findings = useFindings(note.fields, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  const submit = () =>
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/submit', {
        params: { id: note.id },
        body: { version: note.version },
      });
      onDone(next, words.done.submitted);
    });
  return (
    <section aria-labelledby="press-submit">
      <h2 id="press-submit">{words.submitTitle}</h2>
      <p>{words.submitText}</p>
      <TypedWords texts={note.fields} findings={findings} />
      <ErrorNotice error={error} />
      <button type="button" className="button" disabled={busy || isBlocked} onClick={submit}>
        {words.submit}
      </button>
    </section>
  );
}
