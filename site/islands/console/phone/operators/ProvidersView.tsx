import { useState } from 'react';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await, SelectField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { phoneWordsIn } from '../phone-words.ts';

import { DeliveryReport } from './DeliveryReport.tsx';
import { DeliveryTotals } from './DeliveryTotals.tsx';
import { TakePack } from './TakePack.tsx';

/** Blasts that a service provider sends itself: its pack, its reports and their sums. */
export function ProvidersView() {
  const { words } = useConsole(phoneWordsIn);
  const { state, reload } = useLoad('GET /api/operator-reports');
  return (
    <>
      <p>{words.providers.lead}</p>
      <section aria-labelledby="pack">
        <h2 id="pack">{words.providers.pack}</h2>
        <p>{words.providers.packLead}</p>
        <PackPicker />
      </section>
      <section aria-labelledby="report">
        <h2 id="report">{words.providers.report}</h2>
        <p>{words.providers.reportLead}</p>
        <DeliveryReport onStored={reload} />
      </section>
      <section aria-labelledby="totals">
        <h2 id="totals">{words.providers.totals}</h2>
        <Await state={state} retry={reload}>
          {(answer) => <DeliveryTotals answer={answer} />}
        </Await>
      </section>
    </>
  );
}

/** Everything that a provider needs for an approved blast that it sends itself, as one ZIP. */
function PackPicker() {
  const { language, words } = useConsole(phoneWordsIn);
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
