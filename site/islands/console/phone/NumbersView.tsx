import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../console-context.ts';
import { Await } from '../parts.tsx';
import { useLoad } from '../use-service.ts';
import { usePhoneWords } from './use-phone-words.ts';

/** Numbers that said stop. */
export function NumbersView() {
  const { language } = useConsole();
  const words = usePhoneWords();
  const { state, reload } = useLoad<{ total: number }>('/api/opt-outs');
  return (
    <Await state={state} retry={reload}>
      {({ total }) => <p>{words.optOuts(formatNumber(total, language))}</p>}
    </Await>
  );
}
