import type { Entry } from '../../../../../messaging/kit/feature.ts';
import { appRequests } from '../../../../../messaging/register/directions/app-requests-feature.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { useEntries, useSay, useSayValue } from '../../ui/feature/use-feature.ts';
import { useChanges } from '../../ui/use-changes.ts';
import { DirectionCard } from './DirectionCard.tsx';
import { useRegister } from './register-context.ts';

/** Apps before they are launched: who asked, who supported, who approved or refused. */
export function AppsPage() {
  const say = useSay();
  const me = useMe();
  const { state, reload } = useEntries(appRequests);
  useChanges(['register'], reload);
  const direction = useRegister().catalogue.directions.find(
    ({ workflow }) => workflow === 'app-approval',
  );
  return (
    <div className="direction-page">
      <div>{direction !== undefined && <DirectionCard direction={direction} />}</div>
      <div>
        <h2>{say(appRequests.title)}</h2>
        <FeatureEntries
          of={appRequests}
          state={state}
          reload={reload}
          // A zone supports what its districts and ranges ask, not what it asks itself.
          offers={({ office }) => me.role === 'hq' || !office.startsWith('zone:')}
          row={(request) => <Request request={request} />}
        />
      </div>
    </div>
  );
}

const looks = { asked: '', supported: 'waiting', approved: 'verified', refused: 'rejected' };

function Request({ request }: { request: Entry<typeof appRequests> }) {
  const { language } = useConsole();
  const { officeName } = useRegister();
  const say = useSay();
  const sayValue = useSayValue();
  const { fields } = appRequests;
  const { state, askedBy, supportedBy, decidedBy } = request;
  const states = fields.state.options;
  const at = (moment: string | null) => sayValue(fields.askedAt, moment);
  return (
    <>
      <p>
        <span className={`state ${looks[state]}`}>{say(states[state])}</span>{' '}
        <strong>{language === 'hi' ? request.nameHi : request.nameEn}</strong>
      </p>
      <p className="typed">{request.purpose}</p>
      <Facts
        className="direction-facts"
        facts={[
          [say(states.asked), `${officeName(request.office)}: ${askedBy}, ${at(request.askedAt)}`],
          supportedBy !== null && [
            say(states.supported),
            `${supportedBy}, ${at(request.supportedAt)} ${request.supportedRemark}`,
          ],
          decidedBy !== null && [
            say(states[state]),
            `${decidedBy}, ${at(request.decidedAt)} ${request.decidedRemark}`,
          ],
        ]}
      />
    </>
  );
}
