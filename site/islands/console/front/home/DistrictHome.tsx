import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { recordableKinds } from '../../field/activities/recordable.ts';
import { ReviewNote } from '../../figures/ReviewNote.tsx';
import { BoardDatesProvider } from '../../print/orders/BoardDates.tsx';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { useKept } from '../../ui/outbox/use-kept.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useDays } from '../../ui/use-days.ts';
import { ConsoleScore } from './ConsoleScore.tsx';
import { BoardFigures, DistrictBoards } from './DistrictBoards.tsx';
import { DistrictCounts } from './DistrictCounts.tsx';

interface DistrictHomeProps {
  district: string;
  /** Whether each board has its row; without them the boards are one figure with a link to the rows. */
  rows: boolean;
}

/** One district: the boards that are missing first, then the others, and the counts of everything else. */
export function DistrictHome({ district, rows }: DistrictHomeProps) {
  const { language, words } = useConsole();
  const me = useMe();
  const nameDistrict = useDistrictName();
  const { state, asOf, reload } = useKept('GET /api/activities/checklist', { query: { district } });
  useChanges(['activity'], reload);
  const days = useDays();
  const mayEnter = recordableKinds(me).includes('board');
  const today = mayEnter && days.state.kind === 'loaded' ? days.state.value.today : null;
  return (
    <>
      {rows && (
        <p>
          <a href={localPath(language, '/console/')}>
            {me.role === 'district' ? homeWordsIn(language).backHome : words.home.all}
          </a>
        </p>
      )}
      <h2>{words.home.district(nameDistrict(district))}</h2>
      <p className="detail">
        <a href={localPath(language, `/print/${district}/`)}>
          {homeWordsIn(language).publicPage(nameDistrict(district))}
        </a>
      </p>
      {!(rows && me.role === 'district') && <ConsoleScore district={district} />}
      {asOf !== null && (
        <p className="notice plain" role="status">
          {entryWordsIn(language).asOf(formatMoment(asOf, language))}
        </p>
      )}
      <Await state={state} retry={reload}>
        {([checklist]) =>
          checklist === undefined ? (
            <p className="notice plain">{words.home.noDistrict}</p>
          ) : (
            <div className={rows ? 'two' : 'two own-figures'}>
              {rows ? (
                <BoardDatesProvider district={checklist.district}>
                  <DistrictBoards checklist={checklist} today={today} onChanged={reload} />
                </BoardDatesProvider>
              ) : (
                <BoardFigures checklist={checklist}>
                  <p className="row">
                    <a className="button" href={boardsPath(language, checklist.district)}>
                      {homeWordsIn(language).openBoards}
                    </a>
                  </p>
                </BoardFigures>
              )}
              <DistrictCounts checklist={checklist} />
              {!rows && <ReviewNote />}
            </div>
          )
        }
      </Await>
    </>
  );
}

/** Where each board of a district has its row. */
function boardsPath(language: Language, district: string): string {
  return `${localPath(language, '/console/')}?district=${district}#boards`;
}
