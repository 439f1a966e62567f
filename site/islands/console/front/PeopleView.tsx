import { useMemo, useState } from 'react';
import { invitableBy, rolesFor } from '../../../../campaigns/offices/permission.ts';
import { roles } from '../../../../campaigns/offices/role.ts';
import type {
  OneTimeLink,
  OpenInvitation,
  Person,
} from '../../../../messaging/people/accounts/people-schemas.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';
import { AccountRequests } from '../people/accounts/AccountRequests.tsx';
import { accountWordsIn } from '../people/accounts/account-words.ts';
import { Deputies } from '../people/accounts/Deputies.tsx';
import { InviteList, MailInvitations } from '../people/accounts/InviteList.tsx';
import { OfficeFields, PersonRow, readOffice } from '../people/accounts/PersonRow.tsx';
import { OfficeCalendars } from '../register/directions/CalendarPage.tsx';
import { AskForm, AskRow, useAsk } from '../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMe } from '../ui/console-context.ts';
import { LinkNotice } from '../ui/LinkNotice.tsx';
import { Detail, Good } from '../ui/lines.tsx';
import { ListBar, MoreRows } from '../ui/list/ListBar.tsx';
import { type ListSpec, useList } from '../ui/list/use-list.ts';
import { Await, List, Section, TextField, toOptions } from '../ui/parts.tsx';
import { secondPersonWordsIn } from '../ui/SecondPersonNote.tsx';
import { useLoad } from '../ui/use-service.ts';

/** Accounts: inviting, and for the administrator every change. */
export function PeopleView() {
  const { words, language } = useConsole();
  const { role } = useMe();
  const { state, reload } = useLoad('GET /api/people');
  const [requests, setRequests] = useState(0);
  const [invited, setInvited] = useState(0);
  return (
    <>
      <AccountRequests key={requests} onChanged={reload} />
      <div className="two">
        <Section id="accounts" title={words.people.accounts}>
          <Await state={state} retry={reload}>
            {(people) => (
              <>
                {needsThird(people) && (
                  <p className="notice plain">{secondPersonWordsIn(language).needsThird}</p>
                )}
                <Accounts
                  people={people}
                  onChanged={reload}
                  onAsked={() => setRequests((last) => last + 1)}
                />
                {role === 'admin' && <Deputies people={people} />}
              </>
            )}
          </Await>
        </Section>
        <div>
          <Section id="invite" title={words.people.invite}>
            <InviteForm onMade={() => setInvited((last) => last + 1)} />
          </Section>
          <OpenInvitations key={`open ${invited}`} />
          <InviteList onMade={() => setInvited((last) => last + 1)} />
          {role === 'admin' && <OfficeCalendars />}
        </div>
      </div>
    </>
  );
}

const states: Readonly<Record<string, (person: Person) => boolean>> = {
  active: ({ deactivatedAt }) => deactivatedAt === null,
  off: ({ deactivatedAt }) => deactivatedAt !== null,
  'no-second-step': ({ deactivatedAt, twoFactorEnabled }) =>
    deactivatedAt === null && !twoFactorEnabled,
  unconfirmed: isUnconfirmed,
};

/** Whether somebody in the console opened the account and no third officer has confirmed it. */
function isUnconfirmed({ deactivatedAt, openedBy, confirmedAt }: Person): boolean {
  return deactivatedAt === null && openedBy.length > 0 && confirmedAt === null;
}

/** Whether accounts wait for a third officer while this one can confirm none of them. */
function needsThird(people: readonly Person[]): boolean {
  const waiting = people.filter(isUnconfirmed);
  return waiting.length > 0 && waiting.every(({ mayConfirm }) => !mayConfirm);
}

interface AccountsProps {
  people: readonly Person[];
  onChanged: () => void;
  onAsked: () => void;
}

/** All accounts: searched by name, e-mail and office, narrowed to a role or a state. */
function Accounts({ people, onChanged, onAsked }: AccountsProps) {
  const { words, language } = useConsole();
  const listWords = accountListWordsIn(language);
  const spec = useMemo<ListSpec<Person>>(() => {
    const collator = new Intl.Collator(language);
    return {
      texts: ({ name, email, office }) => [name, email, office.hi, office.en],
      filters: {
        role: (person, value) => person.role === value,
        state: (person, value) => states[value]?.(person) !== false,
      },
      sorts: {
        name: (a, b) => collator.compare(a.name, b.name),
        office: (a, b) => collator.compare(a.office[language], b.office[language]),
        newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
      },
      sort: 'office',
      upward: ['name', 'office', 'newest'],
      pageRows: 20,
    };
  }, [language]);
  const list = useList(people, spec);
  return (
    <>
      <ListBar
        list={list}
        filters={[
          {
            name: 'role',
            label: listWords.role,
            choices: roles
              .filter((role) => people.some((person) => person.role === role))
              .map((value) => [value, words.people.roles[value]] as const),
          },
          {
            name: 'state',
            label: listWords.state,
            choices: toOptions(listWords.states),
          },
        ]}
      />
      <List of={list.shown} className="activities">
        {(person) => <PersonRow person={person} onChanged={onChanged} onAsked={onAsked} />}
      </List>
      <MoreRows list={list} />
    </>
  );
}

function InviteForm({ onMade }: { onMade: () => void }) {
  const { words, service } = useConsole();
  const me = useMe();
  const invitations = useConsole(accountWordsIn).words.invitations;
  const nameDistrict = useDistrictName();
  const submit = async (form: FormData, element: HTMLFormElement) => {
    const email = String(form.get('email')).trim();
    const body = { ...readOffice(form), email };
    const area = body.role === 'district' && body.area !== null ? nameDistrict(body.area) : null;
    const office = [words.people.roles[body.role], area].filter((part) => part !== null);
    const made = await service.ask('POST /api/people/invitations', { body });
    onMade();
    element.reset();
    return { link: made, email, whose: invitations.madeFor(email, office.join(', ')) };
  };
  return (
    <AskForm
      button={words.people.makeLink}
      send={submit}
      outcome={({ link, email, whose }) => (
        <LinkNotice link={link} whose={whose}>
          <MailInvitations
            links={[link.link]}
            button={invitations.mail}
            said={() => invitations.mailed(email)}
          />
        </LinkNotice>
      )}
    >
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
    </AskForm>
  );
}

const accountListWordsIn = inEachLanguage({
  role: ['दायित्व', 'Duty'],
  state: ['स्थिति', 'State'],
  states: {
    active: ['चालू', 'Active'],
    off: ['बंद', 'Switched off'],
    'no-second-step': ['दो-चरणीय सत्यापन नहीं', 'No second step'],
    unconfirmed: ['तीसरे अधिकारी की पुष्टि शेष', 'Not confirmed by a third officer'],
  },
});

/** Invitations that were not used yet: whose, by whom and until when; withdrawn, or with a new link. */
function OpenInvitations() {
  const { language } = useConsole();
  const words = useConsole(accountWordsIn).words.invitations;
  const { state, reload } = useLoad('GET /api/people/invitations');
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  return (
    <Section id="open-invitations" title={words.title}>
      {withdrawn !== null && <Good key={withdrawn}>{words.withdrawn(withdrawn)}</Good>}
      <Await state={state} retry={reload}>
        {(open) => (
          <>
            {open.length > 0 && <p className="detail">{words.count(open.length)}</p>}
            <List of={open} className="activities" keyOf={({ email }) => email} none={words.none}>
              {(invitation) => (
                <InvitationItem
                  invitation={invitation}
                  office={invitation.office[language]}
                  onWithdrawn={() => setWithdrawn(invitation.email)}
                />
              )}
            </List>
          </>
        )}
      </Await>
    </Section>
  );
}

interface ItemProps {
  invitation: OpenInvitation;
  office: string;
  onWithdrawn: () => void;
}

function InvitationItem({ invitation, office, onWithdrawn }: ItemProps) {
  const { format } = useConsole();
  const words = useConsole(accountWordsIn).words.invitations;
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const { id, email, invitedBy, expiresAt, mayChange } = invitation;
  const params = { id };
  const ask = useAsk();
  return (
    <>
      <p>
        <strong>{email}</strong>, {office}
      </p>
      <Detail of={[words.by(invitedBy ?? words.byServer), words.until(format.moment(expiresAt))]} />
      {link !== null && (
        <LinkNotice link={link} whose={words.newLink(email, office)}>
          <MailInvitations
            links={[link.link]}
            button={words.mail}
            said={() => words.mailed(email)}
          />
        </LinkNotice>
      )}
      {mayChange && (
        <AskRow
          asks={[
            {
              button: words.renew,
              label: words.renewOf(email),
              look: 'link',
              send: async () =>
                setLink(await ask('POST /api/people/invitations/:id/renew', { params })()),
            },
            {
              button: words.withdraw,
              label: words.withdrawOf(email),
              look: 'link',
              send: async () => {
                await ask('POST /api/people/invitations/:id/withdraw', { params })();
                onWithdrawn();
              },
            },
          ]}
        />
      )}
    </>
  );
}
