import { useState } from 'react';
import { addDays, toDay } from '../../../../../campaigns/tracker/clock.ts';
import { deputies } from '../../../../../messaging/people/accounts/deputies-feature.ts';
import type { Person } from '../../../../../messaging/people/accounts/people-schemas.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { EntryName, FeatureView } from '../../ui/feature/FeatureView.tsx';
import { useSay } from '../../ui/feature/use-feature.ts';
import { Strong } from '../../ui/lines.tsx';
import { Section, SelectField } from '../../ui/parts.tsx';
import { deputyWordsIn } from './StandIn.tsx';

interface PeopleProps {
  people: readonly Person[];
}

const dayFrom = (days: number) => addDays(toDay(new Date()), days);
const { personId, deputyId, firstDay, lastDay } = deputies.fields;

/** For the administrator: deputies of officers who are away, and the drafts of those who left. */
export function Deputies({ people }: PeopleProps) {
  const { words } = useConsole(deputyWordsIn);
  const say = useSay();
  return (
    <Section id="deputies" title={say(deputies.title)}>
      <FeatureView
        of={deputies}
        open
        controls={{
          personId: (
            <TwoOfOneOffice
              people={people}
              from={people}
              names={['personId', 'deputyId']}
              labels={[say(personId.label), say(deputyId.label)]}
            />
          ),
          deputyId: null,
          firstDay: (
            <DayField
              label={say(firstDay.label)}
              name="firstDay"
              given={dayFrom(0)}
              max={dayFrom(366)}
            />
          ),
          lastDay: (
            <DayField
              label={say(lastDay.label)}
              name="lastDay"
              given={dayFrom(14)}
              min={dayFrom(0)}
              max={dayFrom(730)}
            />
          ),
        }}
        row={(deputy, text) => (
          <>
            <Strong>
              <EntryName of={deputies} entry={deputy} />
            </Strong>
            <p className="detail">{words.days(text.firstDay, text.lastDay)}</p>
          </>
        )}
      />
      {people.some(({ deactivatedAt }) => deactivatedAt !== null) && <Transfer people={people} />}
    </Section>
  );
}

function Transfer({ people }: PeopleProps) {
  const { service, words } = useConsole(deputyWordsIn);
  const transfer = async (form: FormData) => {
    const params = { id: String(form.get('personId')) };
    const body = { toId: String(form.get('toId')) };
    return (await service.ask('POST /api/people/:id/transfer', { params, body })).moved;
  };
  return (
    <AskForm button={words.transfer} look="button quiet" send={transfer} outcome={words.moved}>
      <TwoOfOneOffice
        people={people}
        from={people.filter(({ deactivatedAt }) => deactivatedAt !== null)}
        names={['personId', 'toId']}
        labels={[words.left, words.successor]}
      />
    </AskForm>
  );
}

interface TwoProps extends PeopleProps {
  /** Officers of whom the first is chosen. */
  from: readonly Person[];
  names: readonly [string, string];
  labels: readonly [string, string];
}

/** An officer, and another one of the same office whose account is open. */
function TwoOfOneOffice({ people, from, names, labels }: TwoProps) {
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
        name={names[0]}
        value={chosen}
        required
        unchosen={words.choose}
        options={from.map(describe)}
        onChoose={setChosen}
      />
      {first !== undefined && others.length === 0 && <p>{deputyWordsIn(language).nobody}</p>}
      <SelectField
        label={labels[1]}
        name={names[1]}
        key={chosen}
        defaultValue=""
        required
        unchosen={words.choose}
        options={others.map(describe)}
      />
    </>
  );
}
