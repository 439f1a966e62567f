import { type FormEvent, useState } from 'react';
import { invitableBy, rolesFor } from '../../../campaigns/offices/permission.ts';
import type { OneTimeLink, Person } from '../../../messaging/contract/people.ts';
import { formatNumber } from '../../i18n/format.ts';
import { AccountRequests } from './AccountRequests.tsx';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { InviteList } from './InviteList.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { OfficeFields, officeOf } from './OfficeFields.tsx';
import { OpenInvitations } from './OpenInvitations.tsx';
import { PersonRow } from './PersonRow.tsx';
import { Await, ErrorNotice, TextField } from './parts.tsx';
import { useAccountWords } from './use-account-words.ts';
import { useAction, useLoad } from './use-service.ts';

/** Accounts: inviting, and for the administrator every change. */
export function PeopleView() {
  const { words, language } = useConsole();
  const { state, reload } = useLoad('GET /api/people');
  const [typed, setTyped] = useState('');
  const matches = (person: Person) =>
    [person.name, person.email, person.office.hi, person.office.en].some((text) =>
      text.toLowerCase().includes(typed.trim().toLowerCase()),
    );
  const [asked, setAsked] = useState(0);
  const [invited, setInvited] = useState(0);
  return (
    <>
      <AccountRequests key={asked} onChanged={reload} />
      <section aria-labelledby="invite">
        <h2 id="invite">{words.people.invite}</h2>
        <InviteForm onMade={() => setInvited((last) => last + 1)} />
      </section>
      <OpenInvitations key={`open ${invited}`} />
      <InviteList onMade={() => setInvited((last) => last + 1)} />
      <section aria-labelledby="accounts">
        <h2 id="accounts">{words.people.accounts}</h2>
        <div className="narrow">
          <TextField
            label={words.people.filter}
            type="search"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
        <Await state={state} retry={reload}>
          {(people) => {
            const shown = people.filter(matches);
            return (
              <>
                <p role="status" className="detail">
                  {words.people.shown(formatNumber(shown.length, language))}
                </p>
                <ul className="plain activities">
                  {shown.map((person) => (
                    <PersonRow
                      key={person.id}
                      person={person}
                      onChanged={reload}
                      onAsked={() => setAsked((last) => last + 1)}
                    />
                  ))}
                </ul>
              </>
            );
          }}
        </Await>
      </section>
    </>
  );
}

function InviteForm({ onMade }: { onMade: () => void }) {
  const { words, service } = useConsole();
  const me = useMe();
  const own = useAccountWords().invitations;
  const nameOf = useDistrictName();
  const [link, setLink] = useState<(OneTimeLink & { whose: string }) | null>(null);
  const { busy, error, run } = useAction();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    run(async () => {
      setLink(null);
      const email = String(form.get('email')).trim();
      const body = { ...officeOf(form), email };
      const area = body.role === 'district' && body.area !== null ? nameOf(body.area) : null;
      const office = [words.people.roles[body.role], area].filter((part) => part !== null);
      const made = await service.ask('POST /api/people/invitations', { body });
      setLink({ ...made, whose: own.madeFor(email, office.join(', ')) });
      onMade();
      element.reset();
    });
  };
  return (
    <form className="narrow" onSubmit={submit}>
      <ErrorNotice error={error} />
      <TextField
        label={words.signIn.email}
        hint={words.people.emailHint}
        name="email"
        type="email"
        autoComplete="off"
        required
      />
      <OfficeFields roles={invitableBy(me.role)} />
      {rolesFor('blast.approve').includes(me.role) && (
        <p className="detail">{words.people.inviteBinds}</p>
      )}
      <button type="submit" className="button" disabled={busy}>
        {words.people.makeLink}
      </button>
      {link !== null && <LinkNotice link={link} whose={link.whose} />}
    </form>
  );
}
