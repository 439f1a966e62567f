import { Fragment, type ReactNode, useState } from 'react';
import type { RouteName } from '../../../../../messaging/contract/contract.ts';
import {
  type Act,
  type Entry,
  type Feature,
  findBar,
  findRoute,
  listFields,
  namesVersion,
} from '../../../../../messaging/kit/feature.ts';
import type { SecondPerson } from '../../../../../messaging/people/accounts/second-person-schemas.ts';
import { AskForm } from '../AskForm.tsx';
import { useConsole, useMay } from '../console-context.ts';
import { isHeld } from '../Effect.tsx';
import { readText } from '../form-text.ts';
import { Fold, Good } from '../lines.tsx';
import { Await, Button, type Fact, Facts } from '../parts.tsx';
import { SecondPersonNote } from '../SecondPersonNote.tsx';
import type { Loaded } from '../use-service.ts';
import { type Choices, FieldControl, readFields } from './FieldControl.tsx';
import { useEntries, useSay, useSayValue } from './use-feature.ts';

type Controls = Readonly<Record<string, ReactNode>>;
/** Values with which a form opens, and the choices of fields where the campaign or the register says them. */
interface Opened {
  values?: Readonly<Record<string, unknown>>;
  choices?: Readonly<Record<string, Choices>>;
}

/** The values of an entry as the officer reads them. */
type Texts<Of extends Feature> = Readonly<Record<keyof Of['fields'], string>>;

interface FeatureViewProps<Of extends Feature> {
  of: Of;
  /** Shown before an entry's acts, in place of its facts. */
  row?: (entry: Entry<Of>, text: Texts<Of>) => ReactNode;
  /** The form of a new entry is there at once, not behind its button. */
  open?: boolean;
  /** Controls of a new entry's fields, in place of those that their types have. */
  controls?: Controls;
  /** Whether an act is possible on an entry, beside what its declaration says. */
  offers?: (entry: Entry<Of>, act: string) => boolean;
  /** Of the form of a new entry. */
  form?: Opened;
  /** Called with each act that was done. */
  onDone?: () => void;
}

/** A declared feature: its form, its entries and what may be done with each. */
export function FeatureView<Of extends Feature>({ of, ...props }: FeatureViewProps<Of>) {
  const { state, reload } = useEntries(of);
  return <FeatureEntries of={of} state={state} reload={reload} {...props} />;
}

/** The same behind its title and count, on a page that neither waits for it nor fails with it. */
export function FoldedFeature<Of extends Feature>(
  props: FeatureViewProps<Of> & {
    /** Nothing is shown while there is no entry. */
    onlyFilled?: boolean;
  },
) {
  const { onlyFilled = false, ...view } = props;
  const { format } = useConsole();
  const say = useSay();
  const { state, reload } = useEntries(view.of);
  if (state.kind !== 'loaded' || (onlyFilled && state.value.length === 0)) return null;
  return (
    <Fold
      className="due-boards"
      title={`${say(view.of.title)}: ${format.number(state.value.length)}`}
    >
      <FeatureEntries state={state} reload={reload} {...view} />
    </Fold>
  );
}

/** The same with entries that were read elsewhere. */
export function FeatureEntries<Of extends Feature>({
  of,
  state,
  reload,
  row,
  open = false,
  controls,
  offers = () => true,
  form,
  onDone,
}: FeatureViewProps<Of> & { state: Loaded<Entry<Of>[]>; reload: () => Promise<void> }) {
  const say = useSay();
  const may = useMay();
  const [said, setSaid] = useState<{ round: number; text: string } | null>(null);
  const [adding, setAdding] = useState(open);
  /** Shown where it is, unless words say that it is there. */
  const [made, setMade] = useState<number | null>(null);
  const makes = Object.entries(of.acts).filter(([, act]) => act.kind === 'make' && may(act.may));
  const finish = (act: Act, id: number) => {
    const { done } = act;
    const pair = typeof done === 'function' ? done(id) : done;
    setSaid((last) => ({
      round: (last?.round ?? 0) + 1,
      text: pair === undefined ? '' : say(pair),
    }));
    setAdding(open);
    setMade(act.kind === 'make' && pair === undefined ? id : null);
    void reload();
    onDone?.();
  };
  return (
    <>
      {of.lead && <p className="feature-lead">{say(of.lead)}</p>}
      {said !== null && said.text !== '' && <Good key={said.round}>{said.text}</Good>}
      {makes.map(([name, act]) =>
        adding ? (
          <ActForm
            key={`${name} ${said?.round ?? 0}`}
            of={of}
            name={name}
            controls={controls}
            opened={form}
            onDone={(id) => finish(act, id)}
            {...(!open && { onCancel: () => setAdding(false) })}
          />
        ) : (
          <Button key={name} look="button" onClick={() => setAdding(true)}>
            {say(act.button)}
          </Button>
        ),
      )}
      <Await state={state} retry={reload}>
        {(entries) =>
          entries.length === 0 ? (
            of.empty !== undefined && <p role="status">{say(of.empty)}</p>
          ) : (
            <ol className="plain activities">
              {entries.map((entry) => (
                <li key={entry.id} ref={entry.id === made ? show : undefined}>
                  <EntryRow
                    of={of}
                    entry={entry}
                    row={row}
                    offers={(name) => offers(entry, name)}
                    onDone={(act) => finish(act, entry.id)}
                  />
                </li>
              ))}
            </ol>
          )
        }
      </Await>
    </>
  );
}

const show = (place: HTMLElement | null) => place?.scrollIntoView({ block: 'center' });

interface EntryRowProps<Of extends Feature> {
  of: Of;
  entry: Entry<Of>;
  row: FeatureViewProps<Of>['row'] | undefined;
  offers: (act: string) => boolean;
  onDone: (act: Act) => void;
}

function EntryRow<Of extends Feature>({ of, entry, row, offers, onDone }: EntryRowProps<Of>) {
  const say = useSay();
  const may = useMay();
  const [changing, setChanging] = useState<string | null>(null);
  const values = entry as Record<string, unknown>;
  const acts = Object.entries(of.acts).filter(
    ([name, act]) =>
      act.kind !== 'make' && may(act.may) && findBar(act, values) === null && offers(name),
  );
  const sayValue = useSayValue();
  const texts = Object.fromEntries(
    Object.entries(of.fields).map(([name, field]) => [name, sayValue(field, values[name] ?? null)]),
  );
  const verdict = values['second'] as SecondPerson | undefined;
  const isDecided = acts.some(([, { second }]) => second !== undefined);
  if (changing !== null) {
    const act = of.acts[changing] as Act;
    const finish = () => {
      setChanging(null);
      onDone(act);
    };
    return (
      <ActForm
        of={of}
        name={changing}
        entry={entry}
        onDone={finish}
        onCancel={() => setChanging(null)}
      />
    );
  }
  return (
    <>
      {row === undefined ? <EntryFacts of={of} entry={entry} /> : row(entry, texts as Texts<Of>)}
      {isDecided && verdict !== undefined && <SecondPersonNote second={verdict} />}
      {acts
        .filter(([, { second }]) => second === undefined || (verdict?.bar ?? null) === null)
        .map(([name, act]) =>
          act.kind === 'change' ? (
            <Button key={name} onClick={() => setChanging(name)}>
              <ActWords of={of} entry={entry} words={say(act.button)} />
            </Button>
          ) : (
            <ActForm key={name} of={of} name={name} entry={entry} onDone={() => onDone(act)} />
          ),
        )}
    </>
  );
}

/** The fields of an entry, each on its line. */
export function EntryFacts<Of extends Feature>({ of, entry }: { of: Of; entry: Entry<Of> }) {
  const say = useSay();
  const sayValue = useSayValue();
  const values = entry as Record<string, unknown>;
  const facts = Object.entries(of.fields).map(([name, field]): Fact => {
    const text = field.hidden === true ? '' : sayValue(field, values[name]);
    return text !== '' && field.type !== 'flag' && [say(field.label), text];
  });
  return <Facts className="changes feature-facts" facts={facts} />;
}

/** The name of an entry. */
export function EntryName({ of, entry }: { of: Feature; entry: { id: number } }) {
  const say = useSay();
  const { id } = entry;
  return of.entry === undefined ? `${say(of.title)} ${id}` : say(of.entry(id, { ...entry }));
}

/** Words of an act's button; names its entry for screen readers. */
function ActWords({ of, entry, words }: ActWordsProps) {
  return (
    <>
      {words}
      {entry !== undefined && (
        <span className="sr-only">
          {' '}
          <EntryName of={of} entry={entry} />
        </span>
      )}
    </>
  );
}

interface ActWordsProps {
  of: Feature;
  entry: { id: number } | undefined;
  words: string;
}

interface ActFormProps {
  of: Feature;
  name: string;
  /** The entry on which it is done; undefined for a new one. */
  entry?: { id: number };
  controls?: Controls | undefined;
  opened?: Opened | undefined;
  onDone: (id: number) => void;
  onCancel?: () => void;
}

/** The fields of an act and its button, or the button alone. */
export function ActForm(props: ActFormProps) {
  const { of, name, entry, controls = {}, opened = {}, onDone, onCancel } = props;
  const { service } = useConsole();
  const say = useSay();
  const act = of.acts[name] as Act;
  const fields = listFields(of, act);
  const values = (entry ?? opened.values ?? {}) as Record<string, unknown>;
  const [typed, setTyped] = useState(values);
  const asked = fields.filter(([, { unless }]) => unless === undefined || !typed[unless]);
  const save = async (form: FormData) => {
    const body = {
      ...readFields(fields, form),
      ...(namesVersion(act) && { version: values['version'] }),
      ...(form.has('reason') && { reason: readText(form, 'reason') }),
    };
    const params = entry === undefined ? {} : { id: entry.id };
    const route = findRoute(of, name, act).join(' ') as RouteName;
    const saved: unknown = await service.ask(route, { params, body } as never);
    if (!isHeld(saved)) onDone(entry?.id ?? (saved as { id: number }).id);
    return saved;
  };
  const words = (pair: Act['button']) => <ActWords of={of} entry={entry} words={say(pair)} />;
  return (
    <AskForm
      button={words(act.send ?? act.button)}
      look={act.kind === 'make' && act.takes !== undefined ? 'button' : 'button quiet'}
      sure={act.sure && words(act.sure)}
      send={save}
      onCancel={onCancel}
      className={fields.length === 0 ? 'row' : 'narrow'}
      onChange={({ currentTarget }) => setTyped(Object.fromEntries(new FormData(currentTarget)))}
    >
      {asked.map(([key, field]) =>
        key in controls ? (
          <Fragment key={key}>{controls[key]}</Fragment>
        ) : (
          <FieldControl
            key={key}
            name={key}
            field={field}
            value={values[key]}
            choices={opened.choices?.[key]}
          />
        ),
      )}
    </AskForm>
  );
}
