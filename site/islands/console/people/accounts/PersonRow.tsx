import { type FormEvent, useState } from 'react';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import { roles } from '../../../../../campaigns/offices/role.ts';
import type {
  AccountRequest,
  OneTimeLink,
  Person,
} from '../../../../../messaging/contract/people/people.ts';
import { secondPersonWords } from '../../../../i18n/second-person-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { LinkNotice } from '../../ui/LinkNotice.tsx';
import { ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { OfficeFields, readOffice } from './OfficeFields.tsx';

type Asked = 'office' | 'deactivate' | 'reset-second-factor' | 'confirm';

interface PersonRowProps {
  person: Person;
  onChanged: () => void;
  /** A second administrator has to confirm what was asked for. */
  onAsked: () => void;
}

/** An account, and for the administrator what can be done to it; nobody does it to the own. */
export function PersonRow({ person, onChanged, onAsked }: PersonRowProps) {
  const { words, language, service } = useConsole();
  const me = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const { busy, error, run } = useAction();
  const mayChange = rolesFor('person.change').includes(me.role) && person.id !== me.id;
  const off = person.deactivatedAt !== null;
  const { confirmedBy, confirmedAt, openedBy } = person;
  const isConfirmed = confirmedBy !== null && confirmedAt !== null;
  const mayConfirm =
    person.mayConfirm && openedBy.length > 0 && !isConfirmed && !off && person.twoFactorEnabled;
  const own = secondPersonWords[language];
  const params = { id: person.id };

  const [waits, setWaits] = useState(false);
  /** Whether the answer is that a second administrator has to confirm. */
  const isAsked = (answer: object): answer is AccountRequest => {
    const asks = 'askedBy' in answer;
    setWaits(asks);
    if (asks) onAsked();
    return asks;
  };
  const change = (work: () => Promise<object>) =>
    run(async () => {
      isAsked(await work());
      setAsked(null);
      onChanged();
    });
  const send = (verb: 'deactivate' | 'reactivate' | 'reset-second-factor') =>
    change(() => service.ask(`POST /api/people/:id/${verb}`, { params }));
  const confirm = (confirmed: boolean) =>
    run(async () => {
      await service.ask('POST /api/people/:id/confirm', { params, body: { confirmed } });
      setAsked(null);
      onChanged();
    });
  const action = (label: string, onClick: () => void) => (
    <button
      type="button"
      className="link"
      disabled={busy}
      aria-label={`${label}: ${person.name}`}
      onClick={onClick}
    >
      {label}
    </button>
  );
  return (
    <li>
      <p>
        <strong>{person.name}</strong>{' '}
        {off && <span className="state rejected">{words.people.off}</span>}
        {!off && person.twoFactorEnabled && (
          <span className="state verified">{words.people.twoFactor}</span>
        )}
      </p>
      <p className="detail">
        {person.office[language]} · {person.email}
      </p>
      {openedBy.length > 0 && (
        <p className="detail">
          {own.invitedBy(openedBy.join(', '))} ·{' '}
          {isConfirmed
            ? own.confirmed(confirmedBy, formatMoment(confirmedAt, language))
            : own.unconfirmed}
        </p>
      )}
      <ErrorNotice error={error} />
      {(mayConfirm || isConfirmed) && person.id !== me.id && (
        <p className="row">
          {isConfirmed
            ? action(own.takeBack, () => confirm(false))
            : action(own.confirm, () => setAsked('confirm'))}
        </p>
      )}
      {mayChange && (
        <p className="row">
          {action(words.people.changeOffice, () => setAsked('office'))}
          {off
            ? action(words.people.reactivate, () => send('reactivate'))
            : action(words.people.deactivate, () => setAsked('deactivate'))}
          {person.twoFactorEnabled &&
            action(words.people.reset, () => setAsked('reset-second-factor'))}
          {action(words.people.passwordLink, () =>
            run(async () => {
              const answer = await service.ask('POST /api/people/:id/password-link', { params });
              setLink(isAsked(answer) ? null : answer);
            }),
          )}
        </p>
      )}
      {asked === 'office' && (
        <form
          className="narrow"
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault();
            const body = readOffice(new FormData(event.currentTarget));
            change(() => service.ask('POST /api/people/:id/office', { params, body }));
          }}
        >
          <OfficeFields roles={roles} given={person} />
          <Confirm label={words.people.changeOffice} busy={busy} onCancel={() => setAsked(null)} />
        </form>
      )}
      {asked === 'confirm' && (
        <form
          className="notice plain"
          onSubmit={(event) => {
            event.preventDefault();
            confirm(true);
          }}
        >
          <p>{own.confirmSure(person.name)}</p>
          <Confirm label={own.confirm} busy={busy} onCancel={() => setAsked(null)} />
        </form>
      )}
      {(asked === 'deactivate' || asked === 'reset-second-factor') && (
        <form
          className="notice plain"
          onSubmit={(event) => {
            event.preventDefault();
            send(asked);
          }}
        >
          <p>{words.people.sure[asked](person.name)}</p>
          <Confirm
            label={asked === 'deactivate' ? words.people.deactivate : words.people.reset}
            busy={busy}
            onCancel={() => setAsked(null)}
          />
        </form>
      )}
      {link !== null && <LinkNotice link={link} />}
      {waits && (
        <Outcome tone="plain">
          <p>{words.people.waits}</p>
        </Outcome>
      )}
    </li>
  );
}

interface ConfirmProps {
  label: string;
  busy: boolean;
  onCancel: () => void;
}

function Confirm({ label, busy, onCancel }: ConfirmProps) {
  const { words } = useConsole();
  return (
    <div className="row">
      <button type="submit" className="button" disabled={busy}>
        {label}
      </button>
      <button type="button" className="button quiet" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}
