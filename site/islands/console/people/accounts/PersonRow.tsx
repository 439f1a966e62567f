import { useState } from 'react';
import { areaKinds, type Office } from '../../../../../campaigns/offices/office.ts';
import { roles as allRoles, type Role, roles } from '../../../../../campaigns/offices/role.ts';
import { addedOffices } from '../../../../../messaging/people/accounts/offices-feature.ts';
import type {
  AccountRequest,
  OneTimeLink,
  Person,
} from '../../../../../messaging/people/accounts/people-schemas.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMay, useMe } from '../../ui/console-context.ts';
import { useEntries } from '../../ui/feature/use-feature.ts';
import { LinkNotice } from '../../ui/LinkNotice.tsx';
import { Detail } from '../../ui/lines.tsx';
import { Button, ErrorNotice, Outcome, SelectField } from '../../ui/parts.tsx';
import { secondPersonWordsIn } from '../../ui/SecondPersonNote.tsx';
import { useAction } from '../../ui/use-service.ts';

/** An account, and the ways in which an administrator can change it; nobody changes their own. */
export function PersonRow(props: PersonRowProps) {
  const { words } = useConsole();
  const { person } = props;
  const row = usePersonRow(props);
  const { question } = row;
  return (
    <>
      <PersonFacts person={person} />
      <ErrorNotice error={row.error} />
      <PersonActions person={person} row={row} />
      {question === 'office' && (
        <AskForm
          button={words.people.changeOffice}
          send={(fields) => row.changeOffice(readOffice(fields))}
          onCancel={() => row.ask(null)}
        >
          <OfficeFields roles={roles} office={person} />
        </AskForm>
      )}
      {question !== null && question !== 'office' && (
        <Sure key={question} person={person} question={question} row={row} />
      )}
      {row.link !== null && <LinkNotice link={row.link} />}
      {row.waits && (
        <Outcome tone="plain">
          <p>{words.people.waits}</p>
        </Outcome>
      )}
    </>
  );
}

function PersonFacts({ person }: { person: Person }) {
  const { words, language, format } = useConsole();
  const second = secondPersonWordsIn(language);
  const { name, office, email, deactivatedAt, twoFactorEnabled } = person;
  const { openedBy, confirmedBy, confirmedAt } = person;
  const isOff = deactivatedAt !== null;
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        {isOff && <span className="state rejected">{words.people.off}</span>}
        {!isOff && twoFactorEnabled && (
          <span className="state verified">{words.people.twoFactor}</span>
        )}
      </p>
      <Detail of={[office[language], email]} />
      {openedBy.length > 0 && (
        <Detail
          of={[
            second.invitedBy(openedBy.join(', ')),
            confirmedBy !== null && confirmedAt !== null
              ? second.confirmed(confirmedBy, format.moment(confirmedAt))
              : second.unconfirmed,
          ]}
        />
      )}
    </>
  );
}

interface PartProps {
  person: Person;
  row: ReturnType<typeof usePersonRow>;
}

function PersonActions({ person, row }: PartProps) {
  const { words, language } = useConsole();
  const second = secondPersonWordsIn(language);
  const me = useMe();
  const may = useMay();
  const { ask } = row;
  const isOff = person.deactivatedAt !== null;
  const isConfirmed = person.confirmedBy !== null && person.confirmedAt !== null;
  const mayConfirm =
    person.mayConfirm &&
    person.openedBy.length > 0 &&
    !isOff &&
    (person.twoFactorEnabled || person.isLinked);
  const action = (label: string, onClick: () => void) => (
    <Button
      look="link"
      disabled={row.busy}
      aria-label={`${label}: ${person.name}`}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  if (person.id === me.id) return null;
  return (
    <>
      {(mayConfirm || isConfirmed) && (
        <p className="row">
          {isConfirmed
            ? action(second.takeBack, () => row.run(() => row.confirm(false)))
            : action(second.confirm, () => ask('confirm'))}
        </p>
      )}
      {may('person.change') && (
        <p className="row">
          {action(words.people.changeOffice, () => ask('office'))}
          {isOff
            ? action(words.people.reactivate, () => row.run(() => row.send('reactivate')))
            : action(words.people.deactivate, () => ask('deactivate'))}
          {person.twoFactorEnabled && action(words.people.reset, () => ask('reset-second-factor'))}
          {person.isLinked && action(words.people.unlink, () => ask('unlink'))}
          {action(words.people.passwordLink, () => row.run(row.makePasswordLink))}
        </p>
      )}
    </>
  );
}

function Sure({ person, question, row }: PartProps & { question: Exclude<Question, 'office'> }) {
  const { words, language } = useConsole();
  const second = secondPersonWordsIn(language);
  const labels = {
    confirm: second.confirm,
    deactivate: words.people.deactivate,
    'reset-second-factor': words.people.reset,
    unlink: words.people.unlink,
  };
  const isConfirmation = question === 'confirm';
  return (
    <AskForm
      className="notice plain"
      button={labels[question]}
      send={() => (isConfirmation ? row.confirm(true) : row.send(question))}
      onCancel={() => row.ask(null)}
    >
      <p>
        {isConfirmation
          ? second.confirmSure(person.name)
          : words.people.sure[question](person.name)}
      </p>
    </AskForm>
  );
}

interface PersonRowProps {
  person: Person;
  onChanged: () => void;
  /** A second administrator has to confirm the change. */
  onAsked: () => void;
}

/** Questions that the row asks before it acts. */
type Question = 'office' | 'deactivate' | 'reset-second-factor' | 'unlink' | 'confirm';

/** Changes an account, and keeps the outcome. */
function usePersonRow({ person, onChanged, onAsked }: PersonRowProps) {
  const { service } = useConsole();
  const [question, ask] = useState<Question | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const [waits, setWaits] = useState(false);
  const { busy, error, run } = useAction();
  const params = { id: person.id };

  /** True where a second administrator has to confirm. */
  const isRequest = (answer: object): answer is AccountRequest => {
    const isOne = 'askedBy' in answer;
    setWaits(isOne);
    if (isOne) onAsked();
    return isOne;
  };
  const finish = () => {
    ask(null);
    onChanged();
  };
  return {
    question,
    ask,
    link,
    waits,
    busy,
    error,
    run,
    send: async (verb: 'deactivate' | 'reactivate' | 'reset-second-factor' | 'unlink') => {
      isRequest(await service.ask(`POST /api/people/:id/${verb}`, { params }));
      finish();
    },
    changeOffice: async (body: Office) => {
      isRequest(await service.ask('POST /api/people/:id/office', { params, body }));
      finish();
    },
    confirm: async (confirmed: boolean) => {
      await service.ask('POST /api/people/:id/confirm', { params, body: { confirmed } });
      finish();
    },
    makePasswordLink: async () => {
      const answer = await service.ask('POST /api/people/:id/password-link', { params });
      setLink(isRequest(answer) ? null : answer);
    },
  };
}

/** A role, and its area where it has one; the form reads them as `role` and `area`. */
export function OfficeFields({ roles, office }: { roles: readonly Role[]; office?: Office }) {
  const { words, districts, areas: campaignAreas, language } = useConsole();
  const { state: offices } = useEntries(addedOffices);
  const added =
    offices.kind === 'loaded' ? offices.value.filter(({ state }) => state === 'open') : [];
  const nameDistrict = useDistrictName();
  const [role, setRole] = useState<Role>(office?.role ?? roles[0] ?? 'district');
  const kind = areaKinds[role];
  const toAreas = (areas: Readonly<Record<string, { hi: string; en: string }>>) =>
    Object.entries(areas).map(([id, name]) => ({ id, name: name[language] }));
  const areas = {
    district: districts.map(({ id }) => ({ id, name: nameDistrict(id) })),
    range: toAreas(campaignAreas.ranges),
    zone: toAreas(campaignAreas.zones),
    branch: [
      ...toAreas(campaignAreas.branches),
      ...added
        .filter(({ area }) => !Object.hasOwn(campaignAreas.branches, area))
        .map(({ area, nameHi, nameEn }) => ({
          id: area,
          name: language === 'hi' ? nameHi : nameEn,
        })),
    ],
  };
  return (
    <>
      <SelectField
        label={words.people.role}
        name="role"
        value={role}
        options={roles.map((name) => [name, words.people.roles[name]] as const)}
        onChoose={setRole}
      />
      {kind !== null && (
        <SelectField
          key={`${kind} ${added.length}`}
          label={words.people.areas[kind]}
          name="area"
          defaultValue={office?.area ?? ''}
          required
          unchosen={words.choose}
          options={areas[kind].map(({ id, name }) => [id, name] as const)}
        />
      )}
    </>
  );
}

/** Reads role and area from the fields of a form. */
export function readOffice(form: FormData): Office {
  const area = form.get('area');
  const role = allRoles.find((name) => name === form.get('role'));
  if (role === undefined) throw new Error(`Expected a role for \`role\`, got ${form.get('role')}`);
  return { role, area: area === null ? null : String(area) };
}
