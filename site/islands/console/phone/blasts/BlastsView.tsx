import { useAsked } from '../../ui/in-address.ts';
import { BlastList } from './BlastList.tsx';
import { BlastPage } from './BlastPage.tsx';

/** Blasts: all of them, one (`?id=12`), or a new one (`?new`, `?new&from=12` like another). */
export function BlastsView() {
  const query = useAsked();
  const id = Number(query.get('id'));
  if (id > 0) return <BlastPage id={id} from={null} />;
  if (query.has('new')) return <BlastPage id={null} from={Number(query.get('from')) || null} />;
  return <BlastList />;
}
