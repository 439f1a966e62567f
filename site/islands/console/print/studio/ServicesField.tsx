import type { Campaign } from '../../../../../campaigns/campaign.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { WordsInput } from './FieldInput.tsx';
import { RowTools } from './RowsField.tsx';
import { studioWordsIn } from './studio-words.ts';

import type { OpenDraft } from './use-draft.ts';

type Groups = Campaign['serviceGroups'];
type Group = Groups[number];
type Service = Group['services'][number];

/** The app's services by group: words, order, and which of them are on the board. */
export function ServicesField({ open }: { open: OpenDraft }) {
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
  const { language, words } = useConsole(studioWordsIn);
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
      <div className="studio-cell is-yes">
        <label htmlFor={`board-${service.id}`}>{words.onBoard}</label>
        <input
          id={`board-${service.id}`}
          type="checkbox"
          aria-label={`${words.onBoard}: ${name}`}
          checked={service.board !== undefined}
          onChange={({ currentTarget }) => switchBoard(currentTarget.checked)}
        />
      </div>
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
            {words.fee}: {formatNumber(service.feeRupees, language)}
          </span>
        )}
      </RowTools>
    </details>
  );
}
