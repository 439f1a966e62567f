import type { Campaign } from '../../../../../campaigns/campaign.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { WordsInput } from './FieldInput.tsx';
import { moved, Tool } from './RowsField.tsx';
import type { OpenDraft } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

type Groups = Campaign['serviceGroups'];
type Service = Groups[number]['services'][number];

/** The app's services by group: words, order, and which of them stand on the board. */
export function ServicesField({ open }: { open: OpenDraft }) {
  const { language } = useConsole();
  const words = useStudioWords();
  const groups = (open.content.serviceGroups ?? []) as Groups;
  const before = (open.draft.published.serviceGroups ?? []) as Groups;
  const boardBefore = new Map(
    before.flatMap(({ services }) => services).map(({ id, board }) => [id, board]),
  );
  const onBoard = groups
    .flatMap(({ services }) => services)
    .filter((own) => own.board !== undefined);
  const put = (id: string, services: readonly Service[]) =>
    open.set(['serviceGroups', id, 'services'], services);

  function board(service: Service, isOn: boolean): Service {
    const { board: _before, ...rest } = service;
    return isOn ? { ...rest, board: boardBefore.get(service.id) ?? service.name } : rest;
  }

  return (
    <>
      <p className={onBoard.length > 4 ? 'wrong' : 'detail'} role="status">
        {words.boardCount(onBoard.length)}
      </p>
      {groups.map((group) => (
        <fieldset key={group.id} className="studio-rows">
          <legend>{group.name[language]}</legend>
          {group.services.map((service, place) => {
            const path = ['serviceGroups', group.id, 'services', service.id];
            const name = service.name[language];
            return (
              <details key={service.id} className="studio-row">
                <summary>
                  <span>{name}</span>
                  {service.board !== undefined && <span className="tag">{words.onBoard}</span>}
                </summary>
                <WordsInput
                  label={name}
                  value={service.name}
                  most={40}
                  path={[...path, 'name']}
                  faults={open.draft.faults}
                  onChange={(key, text) => open.set([...path, 'name', key], text)}
                />
                <div className="studio-cell is-yes">
                  <label htmlFor={`board-${service.id}`}>{words.onBoard}</label>
                  <input
                    id={`board-${service.id}`}
                    type="checkbox"
                    aria-label={`${words.onBoard}: ${name}`}
                    checked={service.board !== undefined}
                    onChange={({ currentTarget }) =>
                      put(
                        group.id,
                        group.services.with(place, board(service, currentTarget.checked)),
                      )
                    }
                  />
                </div>
                {service.board !== undefined && (
                  <WordsInput
                    label={words.boardWords}
                    value={service.board}
                    most={20}
                    path={[...path, 'board']}
                    faults={open.draft.faults}
                    onChange={(key, text) => open.set([...path, 'board', key], text)}
                  />
                )}
                <p className="row studio-tools">
                  <Tool
                    text={words.up}
                    of={name}
                    disabled={place === 0}
                    onPress={() => put(group.id, moved(group.services, place, place - 1))}
                  />
                  <Tool
                    text={words.down}
                    of={name}
                    disabled={place === group.services.length - 1}
                    onPress={() => put(group.id, moved(group.services, place, place + 1))}
                  />
                  {service.feeRupees !== undefined && (
                    <span className="detail">
                      {words.fee}: {formatNumber(service.feeRupees, language)}
                    </span>
                  )}
                </p>
              </details>
            );
          })}
        </fieldset>
      ))}
    </>
  );
}
