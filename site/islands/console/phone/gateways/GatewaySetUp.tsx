import { gatewaySettings, type RealGateway } from './gateway-settings.ts';
import { useGatewayName } from './use-gateway-name.ts';

/** Settings to fill in for the gateways that are not set up. */
export function GatewaySetUp({ present }: { present: readonly string[] }) {
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
