import { useState } from 'react';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await, SelectField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { TakePack } from './TakePack.tsx';

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
        const shown = chosen ?? String(latest.blast.id);
        return (
          <div className="narrow">
            <SelectField
              label={words.providers.blast}
              hint={words.providers.blastHint}
              value={shown}
              options={offered.map(({ blast: { id, name, channel } }) => [
                String(id),
                `${name} · ${words.channels[channel]}`,
              ])}
              onChoose={setChosen}
            />
            <TakePack blastId={shown} className="button">
              {words.providers.download}
            </TakePack>
          </div>
        );
      }}
    </Await>
  );
}
