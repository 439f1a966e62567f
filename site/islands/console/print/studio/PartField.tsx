import { type ReactNode, useState } from 'react';
import type { Campaign } from '../../../../../campaigns/campaign.ts';
import { valueAt } from '../../../../../campaigns/studio/path.ts';
import type { StudioField } from '../../../../../campaigns/studio/studio-fields.ts';
import type { HostCheckView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Detail, Strong } from '../../ui/lines.tsx';
import { Button, ErrorNotice, Facts, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { ColumnInput, findFault, Switch, WordsInput } from './FieldInput.tsx';
import { RowsField, RowTools } from './RowsField.tsx';
import { studioWordsIn } from './studio-words.ts';
import { UrduNameList, UrduRows, UrduWords } from './UrduFields.tsx';
import type { OpenDraft } from './use-draft.ts';

/** A field of the draft, by its kind. */
export function PartField({ field, open }: { field: StudioField; open: OpenDraft }): ReactNode {
  const { language } = useConsole();
  const value = valueAt(open.content, field.path);
  const label = field.label[language];
  const own = (value ?? { hi: '', en: '' }) as { hi: string; en: string };
  switch (field.kind) {
    case 'words':
      return (
        <WordsInput
          label={label}
          value={own}
          most={field.most}
          long={field.long}
          path={field.path}
          faults={open.draft.faults}
          onChange={(key, text) => {
            const next = { ...own, [key]: text };
            const isGone = field.optional === true && next.hi === '' && next.en === '';
            open.set(field.path, isGone ? undefined : next);
          }}
        />
      );
    case 'rows':
      return <RowsField field={field} open={open} />;
    case 'row':
      return (
        <fieldset className="studio-rows">
          <legend>{label}</legend>
          <div className="studio-cells">
            {field.columns.map((column) => (
              <ColumnInput
                key={column.key}
                column={column}
                row={value}
                rowName={label}
                path={field.path}
                faults={open.draft.faults}
                isNew={false}
                onChange={(steps, next) => open.set([...field.path, ...steps], next)}
              />
            ))}
          </div>
        </fieldset>
      );
    case 'services':
      return <ServicesField open={open} />;
    case 'host':
      return <HostField open={open} />;
    case 'urdu':
      return <UrduWords field={field} open={open} />;
    case 'urdu-rows':
      return <UrduRows field={field} open={open} />;
    case 'urdu-names':
      return <UrduNameList field={field} open={open} />;
  }
}

interface Links {
  host: string;
  confirmed: boolean;
}

/** The host of printed links, confirmed by its answer. */
function HostField({ open }: { open: OpenDraft }) {
  const { language, service, words, format } = useConsole(studioWordsIn);
  const links = open.content.links as Links;
  const [check, setCheck] = useState<HostCheckView | null>(null);
  const { busy, error, run } = useAction();
  const fault = findFault(open.draft.faults, ['links', 'host']);
  const ask = () =>
    run(async () => {
      const body = { host: links.host };
      const answer = await service.ask('POST /api/studio/host-check', { body });
      setCheck(answer);
      open.set(['links'], { ...links, host: answer.host, confirmed: answer.passed });
    });
  return (
    <>
      <TextField
        label={words.host}
        hint={words.hostHint}
        error={fault?.message[language]}
        value={links.host}
        maxLength={29}
        autoCapitalize="characters"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          const host = currentTarget.value.toUpperCase().trim();
          open.set(['links'], { ...links, host, confirmed: false });
        }}
      />
      <p className={links.confirmed ? 'detail' : 'wrong'}>
        {links.confirmed ? words.hostConfirmed : words.hostUnconfirmed}
      </p>
      <Button onClick={ask} disabled={busy}>
        {busy ? words.checking : words.checkHost}
      </Button>
      <ErrorNotice error={error} />
      {check !== null && check.host === links.host && (
        <HostAnswer check={check}>{check.passed && <p>{words.confirmIn}</p>}</HostAnswer>
      )}
      <p className="sr-only" role="status">
        {check !== null && format.moment(check.checkedAt)}
      </p>
    </>
  );
}

/** The host's answer: the question, what was expected and what was found. */
function HostAnswer({ check, children }: { check: HostCheckView; children?: React.ReactNode }) {
  const { words, format } = useConsole(studioWordsIn);
  return (
    <div className={`notice ${check.passed ? 'good' : 'bad'}`}>
      <Strong>{check.fault === null ? words.checkPassed : words.checkFailed[check.fault]}</Strong>
      <Facts
        className="studio-answer"
        facts={[
          [words.asked, check.asked],
          !check.passed && [words.expected, check.expected],
          !check.passed && [words.found, check.found],
        ]}
      />
      {children}
      <Detail of={[format.moment(check.checkedAt), check.checkedBy]} />
    </div>
  );
}

type Groups = Campaign['serviceGroups'];
type Group = Groups[number];
type Service = Group['services'][number];

/** The app's services by group: words, order, and which of them are on the board. */
function ServicesField({ open }: { open: OpenDraft }) {
  const { language, words } = useConsole(studioWordsIn);
  const groups = (open.content.serviceGroups ?? []) as Groups;
  const onBoard = listServices(groups).filter(({ board }) => board !== undefined).length;
  return (
    <>
      <p className={onBoard > 4 ? 'wrong' : 'detail'} role="status">
        {words.boardCount(onBoard)}
      </p>
      {groups.map((group) => (
        <fieldset key={group.id} className="studio-rows">
          <legend>{group.name[language]}</legend>
          {group.services.map((service, place) => (
            <ServiceRow key={service.id} open={open} group={group} place={place} />
          ))}
        </fieldset>
      ))}
    </>
  );
}

const listServices = (groups: Groups): Service[] => groups.flatMap(({ services }) => services);

interface ServiceRowProps {
  open: OpenDraft;
  group: Group;
  place: number;
}

function ServiceRow({ open, group: { id, services }, place }: ServiceRowProps) {
  const { language, words, format } = useConsole(studioWordsIn);
  const service = services[place] as Service;
  const path = ['serviceGroups', id, 'services', service.id];
  const name = service.name[language];
  const { faults, published } = open.draft;
  const put = (rows: readonly Service[]) => open.set(path.slice(0, -1), rows);
  const switchBoard = (isOn: boolean) => {
    const { board: _before, ...rest } = service;
    const before = listServices((published.serviceGroups ?? []) as Groups).find(
      (each) => each.id === service.id,
    );
    put(services.with(place, isOn ? { ...rest, board: before?.board ?? service.name } : rest));
  };
  return (
    <details className="studio-row">
      <summary>
        <span>{name}</span>
        {service.board !== undefined && <span className="tag">{words.onBoard}</span>}
      </summary>
      <WordsInput
        label={name}
        value={service.name}
        most={40}
        path={[...path, 'name']}
        faults={faults}
        onChange={(key, text) => open.set([...path, 'name', key], text)}
      />
      <Switch
        label={words.onBoard}
        of={name}
        on={service.board !== undefined}
        onSwitch={switchBoard}
      />
      {service.board !== undefined && (
        <WordsInput
          label={words.boardWords}
          value={service.board}
          most={20}
          path={[...path, 'board']}
          faults={faults}
          onChange={(key, text) => open.set([...path, 'board', key], text)}
        />
      )}
      <RowTools rows={services} place={place} name={name} onChange={put}>
        {service.feeRupees !== undefined && (
          <span className="detail">
            {words.fee}: {format.number(service.feeRupees)}
          </span>
        )}
      </RowTools>
    </details>
  );
}
