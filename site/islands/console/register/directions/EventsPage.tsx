import { useEffect, useState } from 'react';
import type { ShownEvent } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { DayField, DistrictField, StationField } from '../../ui/DayField.tsx';
import { Detail } from '../../ui/lines.tsx';
import { Await, List, Section, SelectField } from '../../ui/parts.tsx';
import { useLive, useLoad } from '../../ui/use-service.ts';
import { useStationNames } from '../use-station-names.ts';
import { directionWordsIn } from './direction-words.ts';
import { useRegister } from './register-context.ts';

/** Events that start a clock: the end of an election, the first posting of a station's head. */
export function EventsPage() {
  const { words } = useConsole(directionWordsIn);
  const { state, reload } = useLive(['register'], 'GET /api/directions/events');
  return (
    <>
      <p>{words.eventsText}</p>
      <div className="direction-page">
        <EventForm onDone={reload} />
        <Await state={state} retry={reload}>
          {(events) => <EventList events={events} />}
        </Await>
      </div>
    </>
  );
}

function EventForm({ onDone }: { onDone: () => void }) {
  const { language, words: console } = useConsole();
  const words = directionWordsIn(language);
  const me = useMe();
  const { catalogue } = useRegister();
  const kinds = catalogue.events.filter(({ scope }) => scope === 'district' || me.role === 'hq');
  const [kind, setKind] = useState(kinds[0]?.id ?? '');
  const [district, setDistrict] = useState(me.role === 'district' ? (me.area ?? '') : '');
  const [round, setRound] = useState(0);
  const placed = kinds.find(({ id }) => id === kind)?.scope === 'district';
  const ask = useAsk(() => {
    setRound(round + 1);
    onDone();
  });
  const body = { kind, ...(placed && { district }) };
  return (
    <Section id="event-new" title={words.eventNew}>
      <AskForm
        key={round}
        button={words.eventEnter}
        send={ask('POST /api/directions/events', { body })}
      >
        <SelectField
          label={words.eventKind}
          value={kind}
          options={kinds.map(({ id, name }) => [id, name[language]] as const)}
          onChoose={setKind}
        />
        {placed && me.role !== 'district' && (
          <DistrictField
            label={words.eventDistrict}
            empty={console.choose}
            required
            value={district}
            onChoose={setDistrict}
          />
        )}
        {placed && district !== '' && <StationChoice key={district} district={district} />}
        <DayField label={words.eventDay} name="day" given="" max={catalogue.today} />
        {placed && <p className="detail">{words.eventNoName}</p>}
      </AskForm>
    </Section>
  );
}

function StationChoice({ district }: { district: string }) {
  const { words } = useConsole(directionWordsIn);
  const { state } = useLoad('GET /api/activities/checklist', { query: { district } });
  const stations =
    state.kind === 'loaded' ? state.value.flatMap((checklist) => checklist.stations) : [];
  return (
    <StationField
      label={words.eventStation}
      stations={stations}
      isLoading={state.kind === 'loading'}
    />
  );
}

function EventList({ events }: { events: readonly ShownEvent[] }) {
  const { language, words, format } = useConsole(directionWordsIn);
  const me = useMe();
  const districtName = useDistrictName();
  const { load, findNames } = useStationNames();
  const { catalogue } = useRegister();
  useEffect(
    () => load(events.flatMap(({ district }) => (district === '' ? [] : [district]))),
    [load, events],
  );
  const ask = useAsk();
  return (
    <Section id="event-list" title={words.views.events}>
      <List of={events} className="activities" none={words.eventsNone}>
        {({ id, kind, day, district, station, enteredBy, enteredAt }) => (
          <>
            <p>
              <strong>
                {catalogue.events.find(({ id }) => id === kind)?.name[language] ?? kind}
              </strong>
              , {format.day(day)}
            </p>
            {district !== '' && (
              <p>
                {station !== '' && `${words.station} ${findNames(district, station).name}, `}
                {districtName(district)}
              </p>
            )}
            <Detail of={[enteredBy, format.moment(enteredAt)]} />
            {(me.role === 'hq' || district === me.area) && (
              <AskForm
                look="link"
                button={words.eventWithdraw}
                send={ask('POST /api/directions/events/:id/withdraw', { params: { id } })}
              />
            )}
          </>
        )}
      </List>
    </Section>
  );
}
