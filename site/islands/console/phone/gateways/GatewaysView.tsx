import { useEffect } from 'react';
import { useMay } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { GatewayCard } from './GatewayCard.tsx';
import { gatewaySettings, type RealGateway } from './gateway-settings.ts';
import { useGatewayName } from './use-gateway-name.ts';

const everyMs = 30_000;

/** Health of the gateways, read again while the page is in sight, and for the administrator how to set up those that are missing. */
export function GatewaysView() {
  const words = usePhoneWords();
  const setsUp = useMay()('gateway.set-up');
  const { state, reload } = useLoad('GET /api/gateways');
  useEffect(() => {
    const looking = setInterval(() => document.visibilityState === 'visible' && reload(), everyMs);
    return () => clearInterval(looking);
  }, [reload]);
  return (
    <Await state={state} retry={reload}>
      {({ emulatorOnly, gateways }) => {
        const present = gateways.map(({ name }) => name);
        const complete = Object.keys(gatewaySettings).every((name) => present.includes(name));
        return (
          <>
            {emulatorOnly && (
              <div className="notice phone-training">
                <p>
                  <strong>{words.gateways.emulatorOnly}</strong>
                </p>
                <p>{words.gateways.emulatorText}</p>
                {setsUp ? (
                  <>
                    <p>{words.gateways.moreText}</p>
                    <GatewaySetUp present={present} />
                  </>
                ) : (
                  <p>{words.gateways.byAdministrator}</p>
                )}
              </div>
            )}
            <ul className="plain cards">
              {gateways.map((gateway) => (
                <GatewayCard key={gateway.name} gateway={gateway} />
              ))}
            </ul>
            <div className="row phone-pages">
              <button type="button" className="button quiet" onClick={reload}>
                {words.gateways.again}
              </button>
            </div>
            {setsUp && !emulatorOnly && !complete && (
              <section aria-labelledby="more">
                <h2 id="more">{words.gateways.more}</h2>
                <p>{words.gateways.moreText}</p>
                <GatewaySetUp present={present} />
              </section>
            )}
          </>
        );
      }}
    </Await>
  );
}

/** Settings to fill in for the gateways that are not set up. */
function GatewaySetUp({ present }: { present: readonly string[] }) {
  const nameGateway = useGatewayName();
  const missing = (Object.keys(gatewaySettings) as RealGateway[]).filter(
    (name) => !present.includes(name),
  );
  return (
    <dl className="facts phone-settings">
      {missing.map((name) => (
        <div key={name}>
          <dt>{nameGateway(name)}</dt>
          <dd>
            {gatewaySettings[name].map((setting) => (
              <code key={setting}>{setting}</code>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
