import { headerSuffixes } from '../../../../../campaigns/messages/registration-states.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { CheckedText } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { RegistrationForm } from './RegistrationForm.tsx';
import { registrationWordsIn } from './registration-words.ts';

type RegistrationAnswer = Answer<'GET /api/registrations'>[number];

/** Words of the registrar on headers and templates; an officer enters one, another one confirms an approval. */
export function Registrations({ texts }: { texts: readonly CheckedText[] }) {
  const { words } = useConsole(registrationWordsIn);
  const may = useMay();
  const { state, reload } = useLoad('GET /api/registrations');
  return (
    <section aria-labelledby="portal">
      <h2 id="portal">{words.title}</h2>
      <p>{words.lead}</p>
      <Await state={state} retry={reload}>
        {(registrations) =>
          registrations.length === 0 ? (
            <p className="detail">{words.none}</p>
          ) : (
            <ul className="plain cards registrations">
              {registrations.map((registration) => (
                <RegistrationCard
                  key={registration.id}
                  registration={registration}
                  onConfirmed={reload}
                />
              ))}
            </ul>
          )
        }
      </Await>
      {may('registration.enter') && <RegistrationForm texts={texts} onEntered={reload} />}
    </section>
  );
}

function RegistrationCard({
  registration,
  onConfirmed,
}: {
  registration: RegistrationAnswer;
  onConfirmed: () => Promise<unknown>;
}) {
  const { language, service, words } = useConsole(registrationWordsIn);
  const may = useMay();
  const { id, details, state, since, counts, waits, second } = registration;
  const standing = counts ? words.counts : waits ? words.waits : words.past;
  const confirm = async () => {
    await service.ask('POST /api/registrations/:id/confirm', { params: { id } });
    await onConfirmed();
  };
  return (
    <li className="card" data-registration={details.name}>
      <h3>
        {words.kinds[details.kind]} {details.name}
        {details.kind === 'header' && `-${details.suffix}`}
      </h3>
      <p>
        <strong>{words.states[state]}</strong> {words.sinceDay(formatDay(since, language))}{' '}
        <span className="tag">{standing}</span>
      </p>
      {details.kind === 'template' && (
        <p className="detail">
          {details.templateId} · {details.header}-{headerSuffixes[details.category]}
          <br />
          <span lang={details.language}>{details.text}</span>
        </p>
      )}
      <p className="detail">
        {words.entered(registration.enteredBy, formatMoment(registration.enteredAt, language))}
        {registration.confirmedBy !== null && ` · ${words.confirmed(registration.confirmedBy)}`}
      </p>
      {waits && may('registration.confirm') && (
        <>
          <SecondPersonNote second={second} />
          {second.bar === null && <AskButton button={words.confirm} look="button" send={confirm} />}
        </>
      )}
    </li>
  );
}
