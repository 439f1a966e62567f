import { useState } from 'react';
import type { BlastDetail } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { useBlastWords } from '../use-blast-words.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { copyBlast, makeEmptyForm, proposeName, toForm } from './draft-form.ts';
import type { DraftProps } from './editor-props.ts';

interface DraftPageProps extends Pick<DraftProps, 'kept' | 'onKept' | 'reload'> {
  /** The blast that a new one is like. */
  from: number | null;
}

/** Reads what a draft is made of: a new one, one like `from`, or one that was begun. */
export function DraftPage({ from, ...own }: DraftPageProps) {
  const { language } = useConsole();
  const words = useBlastWords();
  const texts = useLoad('GET /api/templates');
  const gateways = useLoad('GET /api/gateways');
  // What is kept already needs no other to begin with.
  const [sourceId] = useState(own.kept === null ? from : null);
  const like = useLoad(sourceId === null ? null : 'GET /api/blasts/:id', {
    params: { id: sourceId ?? 0 },
  });
  const draw = (source: BlastDetail['blast'] | null) => (
    <Await state={texts.state} retry={texts.reload}>
      {(read) => (
        <Await state={gateways.state} retry={gateways.reload}>
          {({ gateways: open, today }) => {
            // One list: what a channel carries is picked from it.
            const templates = [...read.templates, ...read.whatsapp];
            const empty = makeEmptyForm(open, templates);
            const name = proposeName(empty, { texts: templates, language, today });
            const fresh =
              source === null
                ? { ...empty, name }
                : copyBlast(source, templates, open, words.sheet.copyName);
            const begin = own.kept === null ? fresh : toForm(own.kept.blast, templates);
            return (
              <DraftEditor
                {...own}
                texts={{ ...read, templates }}
                gateways={open}
                today={today}
                begin={begin}
              />
            );
          }}
        </Await>
      )}
    </Await>
  );
  if (sourceId === null) return draw(null);
  return (
    <Await state={like.state} retry={like.reload}>
      {({ blast }) => draw(blast)}
    </Await>
  );
}
