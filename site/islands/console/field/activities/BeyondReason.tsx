import type { ExceededCount } from '../../../../../campaigns/activities/exceeded-count.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';

/** Shown beside the field that asks for the reason, not at the top of the form. */
export function isBeyond(error: ServiceError | null): error is ServiceError {
  return error?.code === 'activity-beyond';
}

/** Asks why a count is higher than ordered or possible, once the service has refused it. */
export function BeyondReason({ error }: { error: ServiceError | null }) {
  const { language, words } = useConsole(registerWordsIn);
  if (!isBeyond(error)) return null;
  const { most } = error.body['beyond'] as ExceededCount;
  return (
    <>
      <ErrorNotice error={error} />
      <TextField
        label={words.boundsReason}
        hint={words.atMost(formatNumber(most, language))}
        name="reason"
        required
        maxLength={500}
      />
    </>
  );
}
