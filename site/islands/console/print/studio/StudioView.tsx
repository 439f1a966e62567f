import { useConsole } from '../../ui/console-context.ts';
import { useAsked } from '../../ui/in-address.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { ReviewPage } from './ReviewPage.tsx';
import { homePath, StudioHome } from './StudioHome.tsx';
import { studioWordsIn } from './studio-words.ts';

/** The studio: its first page, the officer's draft (`?edit=12`), or a draft to decide on (`?id=12`). */
export function StudioView() {
  const query = useAsked();
  const edit = Number(query.get('edit'));
  const id = Number(query.get('id'));
  if (edit > 0) return <OneDraft id={edit} isEdited />;
  return id > 0 ? <OneDraft id={id} isEdited={false} /> : <StudioHome />;
}

function OneDraft({ id, isEdited }: { id: number; isEdited: boolean }) {
  const { language, words } = useConsole(studioWordsIn);
  const { state, reload } = useLoad('GET /api/studio/drafts/:id', { params: { id } });
  return (
    <>
      <p className="studio-back">
        <a href={homePath(language)}>← {words.back}</a>
      </p>
      <Await state={state} retry={reload}>
        {(draft) =>
          isEdited && draft.isOwn && draft.status === 'draft' ? (
            <DraftEditor key={draft.id} first={draft} onReload={() => location.reload()} />
          ) : (
            <ReviewPage draft={draft} onDone={reload} />
          )
        }
      </Await>
    </>
  );
}
