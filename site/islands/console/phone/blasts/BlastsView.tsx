import { useAsked } from '../../ui/use-asked.ts';
import { BlastList } from './BlastList.tsx';
import { BlastPage } from './BlastPage.tsx';
import { Wizard } from './wizard/Wizard.tsx';

/** Blasts: all of them, one (`?id=12`), or the wizard for a new (`?new`, `?new&from=12` like another) or begun one (`?edit=12`). */
export function BlastsView() {
  const query = useAsked();
  const id = Number(query.get('id'));
  const draft = Number(query.get('edit'));
  if (draft > 0) return <Wizard id={draft} from={null} />;
  if (query.has('new')) return <Wizard id={null} from={Number(query.get('from')) || null} />;
  return id > 0 ? <BlastPage id={id} /> : <BlastList />;
}
