import type { GatewayAnswer } from '../../../../../messaging/phone/gateways/routes.ts';
import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Await, Button, type Fact, Facts, Section } from '../../ui/parts.tsx';
import { useAgain, useLoad } from '../../ui/use-service.ts';
import { phoneWordsIn } from '../phone-words.ts';
import { useCodeText, useGatewayName } from '../use-code-text.ts';
import { whatsappWordsIn } from '../whatsapp-words.ts';
import { gatewaySettings, type RealGateway } from './gateway-settings.ts';

const everyMs = 30_000;

/** Health of the gateways, read again while the page is in sight, and for the administrator how to set up those that are missing. */
export function GatewaysView() {
  const { words } = useConsole(phoneWordsIn);
  const setsUp = useMay()('gateway.set-up');
  const { state, reload } = useLoad('GET /api/gateways');
  useAgain(everyMs, reload);
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
              <Button onClick={reload}>{words.gateways.again}</Button>
            </div>
            {setsUp && !emulatorOnly && !complete && (
              <Section id="more" title={words.gateways.more}>
                <p>{words.gateways.moreText}</p>
                <GatewaySetUp present={present} />
              </Section>
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

/** One gateway: whether it answers, what it costs and carries, and how the last hour went. */
function GatewayCard({ gateway }: { gateway: GatewayAnswer }) {
  const { language, words, format } = useConsole(phoneWordsIn);
  const nameGateway = useGatewayName();
  const explainCode = useCodeText();
  const { name, health, channels, ratePerSecond, paisePerSegment, reconcile, lastHour } = gateway;
  const count = format.number;
  return (
    <li className="card" data-gateway={name}>
      <h2>
        {nameGateway(name)} <State state={health.state} />
      </h2>
      <p className="detail">
        {[
          health.checkedAt !== null &&
            `${words.gateways.checked}: ${format.moment(health.checkedAt)}`,
          health.latencyMs !== null && words.gateways.answered(count(health.latencyMs)),
          health.code !== null && explainCode(health.code),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="beside">
        <Facts
          className="facts phone-facts"
          facts={[
            [
              words.gateways.channels,
              channels.map((channel) => words.channels[channel]).join(', '),
            ],
            [words.gateways.price, words.gateways.perSegment(format.rupees(paisePerSegment))],
            [
              words.gateways.rate,
              ratePerSecond === null
                ? words.gateways.unlimited
                : words.gateways.perSecond(count(ratePerSecond)),
            ],
            [words.gateways.reconcile, words.gateways.ways[reconcile]],
            ...(gateway.whatsapp === null ? [] : describeWhatsapp(gateway.whatsapp, language)),
          ]}
        />
        <table className="figures-table phone-hour">
          <caption>{words.gateways.lastHour}</caption>
          <tbody>
            {(['sent', 'failed', 'unknown'] as const).map((figure) => (
              <tr key={figure}>
                <th scope="row">{words.gateways[figure]}</th>
                <td>{count(lastHour[figure])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </li>
  );
}

/** WhatsApp’s word on our number and templates, and its prices. */
function describeWhatsapp(
  { sender, templates, paise }: NonNullable<GatewayAnswer['whatsapp']>,
  language: 'hi' | 'en',
): Fact[] {
  const words = whatsappWordsIn(language);
  const rupees = (value: number) => formatRupees(value, language);
  const limit = sender?.dailyLimit ?? null;
  const states = Object.entries(Object.groupBy(templates, ({ state }) => state ?? 'unknown'));
  return [
    ['WhatsApp', words.prices(rupees(paise.marketing), rupees(paise.utility))],
    [words.quality, words.qualities[sender?.quality ?? 'unknown']],
    [words.limit, limit === null ? words.noLimit : words.people(formatNumber(limit, language))],
    [
      words.templates,
      states
        .map(
          ([state, { length }]) =>
            `${formatNumber(length, language)} ${nameState(state, words.states)}`,
        )
        .join(', '),
    ],
  ];
}

function nameState(state: string, names: Readonly<Record<string, string>>): string {
  return names[state] ?? state;
}

/** The state by its word, its shape and its colour. */
function State({ state }: { state: GatewayAnswer['health']['state'] }) {
  const { words } = useConsole(phoneWordsIn);
  const signs = { up: '✓', down: '✕', unknown: '?' };
  return (
    <span className={`phone-state ${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {words.gateways.states[state]}
    </span>
  );
}
