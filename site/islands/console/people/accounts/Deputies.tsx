import { useState } from 'react';
import { addDays, toDay } from '../../../../../campaigns/tracker/clock.ts';
import type { Deputy } from '../../../../../messaging/people/accounts/deputy-routes.ts';
import type { Person } from '../../../../../messaging/people/accounts/people-schemas.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Await, ErrorNotice, Outcome, SelectField } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { deputyWordsIn } from './deputy-words.ts';

interface PeopleProps {
  people: readonly Person[];
}

/** For the administrator: deputies of officers who are away, and the drafts of those who left. */
export function Deputies({ people }: PeopleProps) {
  const { language } = useConsole();
  const words = deputyWordsIn(language);
  const { state, reload } = useLoad('GET /api/deputies');
  return (
    <section aria-labelledby="deputies">
      <h2 id="deputies">{words.title}</h2>
      <p className="detail">{words.lead}</p>
      <Await state={state} retry={reload}>
        {(deputies) => <DeputyList deputies={deputies} onEnded={reload} />}
      </Await>
      <NameDeputy people={people} onMade={reload} />
      {people.some(({ deactivatedAt }) => deactivatedAt !== null) && <Transfer people={people} />}
    </section>
  );
}

function DeputyList({ deputies, onEnded }: { deputies: readonly Deputy[]; onEnded: () => void }) {
  const { language, service } = useConsole();
  const words = deputyWordsIn(language);
  const { busy, error, run } = useAction();
  const end = (id: number) =>
    run(async () => {
      await service.ask('POST /api/deputies/:id/end', { params: { id } });
      onEnded();
    });
  if (deputies.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <ErrorNotice error={error} />
      <ul className="plain activities">
        {deputies.map(({ id, deputyName, personName, firstDay, lastDay }) => (
          <li key={id}>
            <p>
              <strong>{words.row(deputyName, personName)}</strong>
            </p>
            <p className="detail">
              {words.days(formatDay(firstDay, language), formatDay(lastDay, language))}
            </p>
            <p className="row">
              <button
                type="button"
                className="link"
                disabled={busy}
                aria-label={words.endOf(deputyName)}
                onClick={() => end(id)}
              >
                {words.end}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const dayFrom = (days: number) => addDays(toDay(new Date()), days);

function NameDeputy({ people, onMade }: PeopleProps & { onMade: () => void }) {
  const { language, service } = useConsole();
  const words = deputyWordsIn(language);
  const [round, setRound] = useState(0);
  const { busy, error, run } = useAction();
  const make = (form: FormData) =>
    run(async () => {
      const read = (name: string) => String(form.get(name));
      const body = {
        personId: read('personId'),
        deputyId: read('otherId'),
        firstDay: read('firstDay'),
        lastDay: read('lastDay'),
      };
      await service.ask('POST /api/deputies', { body });
      setRound((last) => last + 1);
      onMade();
    });
  return (
    <Form className="narrow" onSubmit={make} key={round}>
      <ErrorNotice error={error} />
      <TwoOfOneOffice people={people} from={people} labels={[words.person, words.deputy]} />
      <DayField label={words.firstDay} name="firstDay" given={dayFrom(0)} max={dayFrom(366)} />
      <DayField
        label={words.lastDay}
        name="lastDay"
        given={dayFrom(14)}
        min={dayFrom(0)}
        max={dayFrom(730)}
      />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.name}
      </button>
    </Form>
  );
}

function Transfer({ people }: PeopleProps) {
  const { language, service } = useConsole();
  const words = deputyWordsIn(language);
  const [moved, setMoved] = useState<number | null>(null);
  const { busy, error, run } = useAction();
  const transfer = (form: FormData) =>
    run(async () => {
      const params = { id: String(form.get('personId')) };
      const body = { toId: String(form.get('otherId')) };
      setMoved((await service.ask('POST /api/people/:id/transfer', { params, body })).moved);
    });
  return (
    <Form className="narrow" onSubmit={transfer}>
      <ErrorNotice error={error} />
      <TwoOfOneOffice
        people={people}
        from={people.filter(({ deactivatedAt }) => deactivatedAt !== null)}
        labels={[words.left, words.successor]}
      />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.transfer}
      </button>
      {moved !== null && (
        <Outcome tone="good">
          <p>{words.moved(moved)}</p>
        </Outcome>
      )}
    </Form>
  );
}

interface TwoProps extends PeopleProps {
  /** Officers of whom the first is chosen. */
  from: readonly Person[];
  labels: readonly [string, string];
}

/** An officer, and another one of the same office whose account is open. */
function TwoOfOneOffice({ people, from, labels }: TwoProps) {
  const { language, words } = useConsole();
  const [chosen, setChosen] = useState('');
  const first = people.find(({ id }) => id === chosen);
  const others = people.filter(
    ({ id, role, area, deactivatedAt }) =>
      id !== chosen && role === first?.role && area === first.area && deactivatedAt === null,
  );
  const describe = ({ id, name, office }: Person) => [id, `${name} · ${office[language]}`] as const;
  return (
    <>
      <SelectField
        label={labels[0]}
        name="personId"
        value={chosen}
        required
        unchosen={words.choose}
        options={from.map(describe)}
        onChoose={setChosen}
      />
      {first !== undefined && others.length === 0 && <p>{deputyWordsIn(language).nobody}</p>}
      <SelectField
        label={labels[1]}
        name="otherId"
        key={chosen}
        defaultValue=""
        required
        unchosen={words.choose}
        options={others.map(describe)}
      />
    </>
  );
}
