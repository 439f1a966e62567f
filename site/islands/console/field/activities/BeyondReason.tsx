import type { Beyond } from '../../../../../campaigns/activities/beyond.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';

/** Said beside the field that it asks for, where the officer looks. */
export function isBeyond(error: ServiceError | null): error is ServiceError {
  return error?.code === 'activity-beyond';
}

/** Asks why a count goes beyond what was ordered or what there is, once the service has said so. */
export function BeyondReason({ error }: { error: ServiceError | null }) {
  const { language } = useConsole();
  const words = registerWordsIn(language);
  if (!isBeyond(error)) return null;
  const { most } = error.body['beyond'] as Beyond;
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
