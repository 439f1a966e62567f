import { useState } from 'react';
import { localPath } from '../../../i18n/language.ts';
import { useConsole } from '../ui/console-context.ts';
import { Await, Field } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { TakePack } from './TakePack.tsx';
import { usePhoneWords } from './use-phone-words.ts';

/** Everything that a provider needs for an approved blast that it sends itself, as one ZIP. */
export function PackPicker() {
  const { language } = useConsole();
  const words = usePhoneWords();
  const { state, reload } = useLoad('GET /api/blasts');
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Await state={state} retry={reload}>
      {(entries) => {
        const offered = entries.filter(({ blast }) => blast.status === 'handed-over');
        const [latest] = offered;
        if (latest === undefined) {
          return (
            <p>
              {words.providers.noBlasts}{' '}
              <a href={`${localPath(language, '/console/blasts/')}?new`}>{words.providers.draft}</a>
            </p>
          );
        }
        const id = chosen ?? String(latest.blast.id);
        return (
          <div className="narrow">
            <Field label={words.providers.blast} hint={words.providers.blastHint}>
              {(ids) => (
                <select
                  {...ids}
                  value={id}
                  onChange={({ currentTarget }) => setChosen(currentTarget.value)}
                >
                  {offered.map(({ blast }) => (
                    <option key={blast.id} value={blast.id}>
                      {blast.name} · {words.channels[blast.channel]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <TakePack blastId={id} className="button">
              {words.providers.download}
            </TakePack>
          </div>
        );
      }}
    </Await>
  );
}
