import { useMemo } from 'react';
import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import { Form } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/DayField.tsx';
import { Submit } from '../../ui/lines.tsx';
import { Button, ErrorNotice, UploadBar } from '../../ui/parts.tsx';
import { useUpload } from '../../ui/use-service.ts';
import { ProofFaults } from './PrintedProof.tsx';
import { studioWordsIn } from './studio-words.ts';

import { hideFaults, useCampaignProof, useDrafted } from './use-campaign-proof.ts';
import type { OpenDraft } from './use-draft.ts';

export const toSvgUrl = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** The emblem of the draft next to the published one, on its backgrounds. */
export function EmblemField({ open }: { open: OpenDraft }) {
  const { language, service, words } = useConsole(studioWordsIn);
  const { draft } = open;
  const { share, busy, error, upload } = useUpload();
  const detail =
    error?.code === 'emblem' ? (error.body['detail'] as Bilingual | undefined) : undefined;
  const params = { id: draft.id };
  const send = (fields: FormData, form: HTMLFormElement) =>
    upload(async (onShare) => {
      const file = fields.get('emblem');
      if (!(file instanceof File) || file.size === 0) return;
      await open.settle();
      open.take(
        await service.upload('POST /api/studio/drafts/:id/emblem', { params }, { file, onShare }),
      );
      form.reset();
    });
  const reset = (to: 'published' | 'repository') =>
    upload(async () => {
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
        <EmblemOnBoard open={open} />
      </div>
      <Form className="studio-form" onSubmit={send}>
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
          <Submit quiet busy={busy}>
            {words.emblemSend}
          </Submit>
          {draft.emblemChanged && (
            <Button look="link" onClick={() => reset('published')}>
              {words.emblemPublished}
            </Button>
          )}
          <Button look="link" onClick={() => reset('repository')}>
            {words.emblemRepository}
          </Button>
        </p>
      </Form>
    </>
  );
}

/** The lock-up from the board's proof, large enough to judge the drawing. */
function EmblemOnBoard({ open: { draft, content } }: { open: OpenDraft }) {
  const { words } = useConsole(studioWordsIn);
  const whole = useMemo(() => hideFaults(content, draft), [content, draft]);
  const drafted = useDrafted(draft, whole);
  const { proof, faults } = useCampaignProof(drafted, closeUp);
  const [page] = proof?.artworks[0]?.pages ?? [];
  if (page === undefined || faults.length > 0) return <ProofFaults faults={faults} />;
  return (
    <figure className="studio-near">
      <div className="studio-close">
        <img
          src={`data:image/png;base64,${page.png}`}
          alt={words.emblemOnBoard}
          width={page.widthPx}
          height={page.heightPx}
        />
      </div>
      <figcaption className="detail">{words.emblemOnBoard}</figcaption>
    </figure>
  );
}

const closeUp = { artwork: 'board', example: 'shortest', widthPx: 1440 } as const;

export function EmblemPicture({ svg, label }: { svg: string; label: string }) {
  return (
    <figure>
      <div>
        {['paper', 'marigold', 'navy'].map((ground) => (
          <span key={ground} className={`on-${ground}`}>
            <img src={toSvgUrl(svg)} alt={label} width={72} height={88} />
          </span>
        ))}
        <span className="on-paper">
          <img src={toSvgUrl(svg)} alt="" width={24} height={29} />
        </span>
      </div>
      <figcaption className="detail">{label}</figcaption>
    </figure>
  );
}
