import { useState } from 'react';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import { type ListedState, listedStates } from '../../../../../campaigns/directions/listing.ts';
import {
  isLate,
  isPossible,
  occurrenceStates,
} from '../../../../../campaigns/directions/occurrence-state.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { Role } from '../../../../../campaigns/offices/role.ts';
import { periodText } from '../../../../../campaigns/words/direction-words.ts';
import type { Answer, Asked } from '../../../../../messaging/contract/contract.ts';
import type { ListedOccurrence } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useMay, useMe } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isHeld } from '../../ui/Effect.tsx';
import { Fold } from '../../ui/lines.tsx';
import { Pager } from '../../ui/list/ListBar.tsx';
import { useListAddress } from '../../ui/list/use-found-list.ts';
import { Await, List, Outcome, SelectField, TextArea } from '../../ui/parts.tsx';
import { useLive } from '../../ui/use-service.ts';
import { DirectionCard } from './DirectionCard.tsx';
import { directionWordsIn } from './direction-words.ts';
import { DueText, OccurrenceChips } from './OccurrenceState.tsx';
import { OfficeCounts } from './OfficeCounts.tsx';
import { OwedFilters, StateTabs } from './OwedFilters.tsx';
import { beforePath, occurrencePath, useRegister } from './register-context.ts';

/** The list of what is owed, the latest first; only the officer's office unless more is asked for. */
export function OwedList({ onChange }: { onChange: () => void }) {
  const { language } = useConsole();
  const { role } = useMe();
  const { catalogue } = useRegister();
  const list = useOwedList();
  const { value, office, loaded, reload, narrow } = list;
  // Headquarters settles several at once, and so does an office with its own.
  const isMany = manyActions(role).length > 0 && (role === 'hq' || office === catalogue.own);
  const direction = catalogue.directions.find(({ id }) => id === value('direction'));
  return (
    <>
      <FirstTakeover onChange={onChange} />
      {role === 'hq' && <OfficeCounts />}
      <OwedFilters value={value} office={office} onChoose={narrow} />
      {direction !== undefined && <DirectionCard direction={direction} />}
      <Await state={loaded} retry={reload}>
        {({ total, counts, entries }) => (
          <>
            <StateTabs
              counts={counts}
              chosen={list.state}
              onChoose={(state) => narrow({ state })}
            />
            {entries.length === 0 ? (
              <p className="notice plain" role="status">
                {directionWordsIn(language).noneText}
              </p>
            ) : (
              <ul className="plain activities directions">
                {entries.map((entry) => (
                  <OwedRow
                    key={entry.key}
                    entry={entry}
                    withOffice={office === 'all'}
                    chosen={isMany ? list.ticked : null}
                    onTick={list.tick}
                  />
                ))}
              </ul>
            )}
            <Pager page={list.page} pageRows={pageRows} found={total} onPage={list.toPage} />
            <Takeover before={counts.before ?? 0} onChange={onChange} />
            {isMany && (
              <ManyForm
                selection={list.selection}
                chosen={list.ticked}
                counts={counts}
                onDone={() => {
                  list.untick();
                  void reload();
                }}
              />
            )}
          </>
        )}
      </Await>
    </>
  );
}

interface RowProps {
  /** With those that are alike and are owed by other offices. */
  entry: ListedOccurrence;
  withOffice: boolean;
  /** Keys that are ticked; null where nothing can be ticked. */
  chosen: ReadonlySet<string> | null;
  onTick: (keys: readonly string[], isTicked: boolean) => void;
}

function OwedRow({ entry, withOffice, chosen, onTick }: RowProps) {
  const { language, words, format } = useConsole(directionWordsIn);
  const { nameObligation, officeName } = useRegister();
  const several = entry.alike.length > 1;
  const keys = several ? entry.alike.map(({ key }) => key) : [entry.key];
  const byName = (a: { office: string }, b: { office: string }) =>
    officeName(a.office).localeCompare(officeName(b.office), language);
  const title = (
    <>
      <strong>{entry.direction}</strong> · {nameObligation(entry.obligation)}
      {entry.period !== 'once' && entry.period !== 'standing' && (
        <> · {periodText(entry.period, language)}</>
      )}
    </>
  );
  return (
    <li className={isLate(entry) ? 'is-late' : undefined}>
      <p>
        {chosen !== null && (
          <input
            type="checkbox"
            aria-label={registerWordsIn(language).choose(
              `${entry.direction} ${several ? '' : officeName(entry.office)} ${periodText(entry.period, language)}`,
            )}
            checked={keys.every((key) => chosen.has(key))}
            onChange={({ currentTarget }) => onTick(keys, currentTarget.checked)}
          />
        )}
        <OccurrenceChips occurrence={entry} />
      </p>
      <p>{several ? title : <a href={occurrencePath(language, entry.key)}>{title}</a>}</p>
      <p className="detail">
        {withOffice && !several && <>{officeName(entry.office)} · </>}
        <DueText occurrence={entry} />
      </p>
      {several && (
        <Fold className="alike" title={words.offices(format.number(entry.alike.length))}>
          <List of={entry.alike.toSorted(byName)} keyOf={({ key }) => key}>
            {({ key, office }) => <a href={occurrencePath(language, key)}>{officeName(office)}</a>}
          </List>
        </Fold>
      )}
    </li>
  );
}

const names = ['state', 'app', 'direction', 'office', 'zone', 'month', 'toMonth'];
const pageRows = 25;

/** Occurrences as the address narrows them, and those of them that are ticked. */
function useOwedList() {
  const me = useMe();
  const { catalogue } = useRegister();
  const [query, setQuery] = useListAddress(names);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const value = (name: string) => query.values[name] || undefined;
  const state = listedStates.find((name) => name === value('state'));
  // HQ looks at what others owe; every other office begins with its own.
  const zone = value('zone');
  const usual = me.role === 'hq' || zone !== undefined ? 'all' : (catalogue.own ?? 'all');
  const office = value('office') ?? usual;
  const selection = {
    ...(state !== undefined && { state }),
    app: value('app'),
    direction: value('direction'),
    month: value('month'),
    toMonth: value('toMonth'),
    ...(office === 'all' ? { zone } : { office }),
  };
  const { state: loaded, reload } = useLive(
    ['direction', 'register'],
    'GET /api/directions/occurrences',
    {
      query: {
        ...selection,
        // One row for what 75 districts owe alike.
        ...(office === 'all' && { grouped: 'true' }),
        offset: (query.page - 1) * pageRows,
        limit: pageRows,
      },
    },
  );
  return {
    value,
    state,
    office,
    selection,
    loaded,
    reload,
    narrow: (next: Record<string, string>) => {
      setTicked(new Set());
      setQuery({ ...query, page: 1, values: { ...query.values, ...next } });
    },
    page: query.page,
    toPage: (page: number) => setQuery({ ...query, page }),
    ticked,
    tick: (keys: readonly string[], isTicked: boolean) =>
      setTicked((last) => {
        const others = [...last].filter((key) => !keys.includes(key));
        return new Set(isTicked ? [...others, ...keys] : others);
      }),
    untick: () => setTicked(new Set()),
  };
}

/** The day from which repeated obligations are owed: headquarters enters it, everybody sees it. */
function Takeover({ before, onChange }: { before: number; onChange: () => void }) {
  const { language, words, format } = useConsole(registerWordsIn);
  const { day, setBy } = useRegister().catalogue.takeover;
  const maySet = useMay()('direction.add');
  return (
    <>
      <p className="detail">
        {words.countedFrom(format.day(day))}
        {maySet && before > 0 && (
          <>
            {' '}
            {words.beforeText(format.number(before))}{' '}
            <a href={beforePath(language)}>{words.beforeLink}</a>
          </>
        )}
      </p>
      {maySet && setBy !== null && (
        <TakeoverFold title={words.takeoverChange} onChange={onChange} />
      )}
    </>
  );
}

/** The same above the list while headquarters has not said it. */
function FirstTakeover({ onChange }: { onChange: () => void }) {
  const { words } = useConsole(registerWordsIn);
  const { setBy } = useRegister().catalogue.takeover;
  if (!useMay()('direction.add') || setBy !== null) return null;
  return <TakeoverFold title={words.takeover} onChange={onChange} />;
}

function TakeoverFold({ title, onChange }: { title: string; onChange: () => void }) {
  const { words } = useConsole(registerWordsIn);
  const { today, takeover } = useRegister().catalogue;
  const ask = useAsk(onChange);
  return (
    <Fold className="direction-fold" title={title}>
      <AskForm button={words.takeoverSet} send={ask('POST /api/directions/takeover', {})}>
        <p className="detail">{words.takeoverAsk}</p>
        <DayField label={words.takeoverDay} name="day" given={takeover.day} max={today} />
      </AskForm>
    </Fold>
  );
}

const route = 'POST /api/directions/occurrences/decide';
type Many = Asked<typeof route>['body'];
type Action = Many['action'];

/** Headquarters closes and sets aside; an office answers for itself. */
function manyActions(role: Role): Action[] {
  return [
    ...(rolesFor('direction.settle').includes(role) ? (['close', 'set-aside'] as const) : []),
    ...(rolesFor('direction.submit').includes(role) ? (['submit'] as const) : []),
  ];
}

interface ManyFormProps {
  selection: Many['selection'];
  chosen: ReadonlySet<string>;
  counts: Partial<Record<ListedState, number>>;
  onDone: () => void;
}

/** Settles what is ticked in the list, or all that the filters leave, with one reason. */
function ManyForm({ selection, chosen, counts, onDone }: ManyFormProps) {
  const { words, format } = useConsole(registerWordsIn);
  const actions = manyActions(useMe().role);
  const [action, setAction] = useState<Action>(actions[0] ?? 'submit');
  const ask = useAsk(onDone);
  const all =
    selection.state === undefined
      ? occurrenceStates
          .filter((state) => isPossible(state, action))
          .reduce((sum, state) => sum + (counts[state] ?? 0), 0)
      : (counts[selection.state] ?? 0);
  const count = chosen.size === 0 ? all : chosen.size;
  const send = async (form: FormData, element: HTMLFormElement) => {
    const keys = chosen.size === 0 ? {} : { keys: [...chosen] };
    const answer = await ask(route, { body: { action, selection, ...keys } })(form);
    element.reset();
    return answer;
  };
  return (
    <Fold className="direction-many" title={words.many}>
      <AskForm
        button={words.manyDo(words.manyActions[action], format.number(count))}
        disabled={count === 0}
        send={send}
        outcome={(result) => <ManyOutcome result={result} />}
      >
        <p className="detail">{words.manyHint}</p>
        <SelectField
          label={words.manyAction}
          value={action}
          options={actions.map((each) => [each, words.manyActions[each]] as const)}
          onChoose={setAction}
        />
        <p role="status">
          {chosen.size === 0
            ? words.manyAll(format.number(count))
            : words.manyChosen(format.number(count))}
        </p>
        <TextArea
          label={action === 'submit' ? words.manyAnswer : words.manyReason}
          name="remark"
          rows={2}
          required
          maxLength={longestRemark}
        />
      </AskForm>
    </Fold>
  );
}

/** How many were settled, and why the others were not. */
function ManyOutcome({ result }: { result: Answer<typeof route> }) {
  const { language, words, format } = useConsole(registerWordsIn);
  if (isHeld(result)) return null;
  return (
    <Outcome tone={result.left.length === 0 ? 'good' : 'plain'}>
      <p>{words.manyDone(format.number(result.done))}</p>
      {result.left.map(({ reason, text, keys }) => (
        <p key={reason}>
          {words.manyLeft(format.number(keys.length))} {text[language]}
        </p>
      ))}
    </Outcome>
  );
}
