import { useAsked } from '../../ui/in-address.ts';
import { NoteForm } from './NoteForm.tsx';
import { NoteList } from './NoteList.tsx';
import { NotePage } from './NotePage.tsx';

/** Press notes: all of them, one (`?id=12`), or the form for a new (`?new`) or begun one (`?edit=12`). */
export function PressNotesView() {
  const linked = useAsked();
  const id = Number(linked.get('id'));
  const draft = Number(linked.get('edit'));
  if (draft > 0) return <NoteForm id={draft} />;
  if (linked.has('new')) return <NoteForm id={null} />;
  return id > 0 ? <NotePage id={id} /> : <NoteList />;
}
