import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';

/** The campaign's figures, read again when an entry or a report changes them. */
export function useProgress() {
  const loaded = useLoad('GET /api/progress');
  useChanges(['activity', 'report'], loaded.reload);
  return loaded;
}
