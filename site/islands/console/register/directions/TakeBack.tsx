import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import type { OnDone } from './action.ts';
import { directionWordsIn } from './direction-words.ts';

/** An office takes back what it handed in, until somebody accepts it. */
export function TakeBack({ detail, onDone }: { detail: OccurrenceDetail; onDone: OnDone }) {
  const { language, service } = useConsole();
  const words = directionWordsIn(language);
  const { busy, error, run } = useAction();
  const { key, version } = detail.occurrence;
  const takeBack = () =>
    run(async () => {
      const body = { key, version, action: 'withdraw' as const, remark: '' };
      onDone(await service.ask('POST /api/directions/occurrence/decide', { body }), 'withdraw');
    });
  return (
    <div className="notice plain">
      <p>{words.takeBackText}</p>
      <ErrorNotice error={error} />
      <button type="button" className="button quiet" disabled={busy} onClick={takeBack}>
        {words.takeBack}
      </button>
    </div>
  );
}
