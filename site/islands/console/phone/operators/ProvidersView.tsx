import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { DeliveryReport } from './DeliveryReport.tsx';
import { DeliveryTotals } from './DeliveryTotals.tsx';
import { PackPicker } from './PackPicker.tsx';

/** Blasts that a service provider sends itself: its pack, its reports and their sums. */
export function ProvidersView() {
  const words = usePhoneWords();
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
