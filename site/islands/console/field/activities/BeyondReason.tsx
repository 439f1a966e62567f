import type { Beyond } from '../../../../../campaigns/activities/beyond.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { TextField } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';

/** Asks why a count goes beyond what was ordered or what there is, once the service has said so. */
export function BeyondReason({ error }: { error: ServiceError | null }) {
  const { language } = useConsole();
  const words = registerWordsIn(language);
  if (error?.code !== 'activity-beyond') return null;
  const { most } = error.body['beyond'] as Beyond;
  return (
    <TextField
      label={words.boundsReason}
      hint={words.atMost(formatNumber(most, language))}
      name="reason"
      required
      maxLength={500}
    />
  );
}
