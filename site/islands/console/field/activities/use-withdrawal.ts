import type { Activity } from '../../../../../campaigns/activities/activity.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useAction } from '../../ui/use-service.ts';

/** Takes an entry back, or puts it back where it was taken back. */
export function useWithdrawal(onChanged: () => void) {
  const { service } = useConsole();
  const { busy, error, run } = useAction();
  const toggle = ({ id, version, status }: Pick<Activity, 'id' | 'version' | 'status'>) =>
    run(async () => {
      const action = status === 'withdrawn' ? 'restore' : 'withdraw';
      await service.ask(`POST /api/activities/:id/${action}`, {
        params: { id },
        body: { version },
      });
      onChanged();
    });
  return { busy, error, toggle };
}
