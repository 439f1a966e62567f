import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../console-context.ts';
import { Await } from '../parts.tsx';
import { useLoad } from '../use-service.ts';
import { usePhoneWords } from './use-phone-words.ts';

/** Totals that providers reported. */
export function ProvidersView() {
  const { language } = useConsole();
  const words = usePhoneWords();
  const { state, reload } = useLoad<unknown[]>('/api/operator-reports');
  return (
    <Await state={state} retry={reload}>
      {(reports) => <p>{words.reports(formatNumber(reports.length, language))}</p>}
    </Await>
  );
}
