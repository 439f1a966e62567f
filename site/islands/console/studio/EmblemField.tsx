import { useState } from 'react';
import type { Bilingual } from '../../../../campaigns/campaign.ts';
import { useConsole } from '../console-context.ts';
import { FileField } from '../FileField.tsx';
import { ErrorNotice, UploadBar } from '../parts.tsx';
import { useAction } from '../use-service.ts';
import type { OpenDraft } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

export const svgUrl = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** The emblem of the draft beside the published one, on the grounds that it stands on. */
export function EmblemField({ open }: { open: OpenDraft }) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const { draft } = open;
  const [share, setShare] = useState<number | null>(null);
  const { busy, error, run } = useAction();
  const detail = error?.body['detail'] as Bilingual | undefined;
  const params = { id: draft.id };
  const send = (form: HTMLFormElement) =>
    run(async () => {
      const file = new FormData(form).get('emblem');
      if (!(file instanceof File) || file.size === 0) return;
      await open.settle();
      try {
        open.take(
          await service.upload(
            'POST /api/studio/drafts/:id/emblem',
            { params },
            { file, onShare: setShare },
          ),
        );
        form.reset();
      } finally {
        setShare(null);
      }
    });
  const reset = (to: 'published' | 'repository') =>
    run(async () => {
      await open.settle();
      open.take(
        await service.ask('POST /api/studio/drafts/:id/emblem/reset', { params, body: { to } }),
      );
    });
  return (
    <>
      <div className="studio-emblems">
        <EmblemPicture svg={draft.emblem} label={words.emblemNow} />
        {draft.emblemChanged && (
          <EmblemPicture svg={draft.publishedEmblem} label={words.emblemBefore} />
        )}
      </div>
      <form
        className="studio-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(event.currentTarget);
        }}
      >
        <FileField
          label={words.emblemFile}
          hint={words.emblemHint}
          name="emblem"
          accept=".svg,image/svg+xml"
        />
        <ErrorNotice error={error} />
        {detail !== undefined && <p className="wrong">{detail[language]}</p>}
        <UploadBar share={share} />
        <p className="row">
          <button type="submit" className="button quiet" disabled={busy}>
            {words.emblemSend}
          </button>
          {draft.emblemChanged && (
            <button type="button" className="link" onClick={() => reset('published')}>
              {words.emblemPublished}
            </button>
          )}
          <button type="button" className="link" onClick={() => reset('repository')}>
            {words.emblemRepository}
          </button>
        </p>
      </form>
    </>
  );
}

export function EmblemPicture({ svg, label }: { svg: string; label: string }) {
  return (
    <figure>
      <div>
        {['paper', 'marigold', 'navy'].map((ground) => (
          <span key={ground} className={`on-${ground}`}>
            <img src={svgUrl(svg)} alt={label} width={72} height={88} />
          </span>
        ))}
        <span className="on-paper">
          <img src={svgUrl(svg)} alt="" width={24} height={29} />
        </span>
      </div>
      <figcaption className="detail">{label}</figcaption>
    </figure>
  );
}
