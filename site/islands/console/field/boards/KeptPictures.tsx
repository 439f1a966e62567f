import { boardSpecimens } from '../../../../../messaging/field/board-pictures/specimens-feature.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { useEntries, useSay, useSayValue } from '../../ui/feature/use-feature.ts';

const { fields } = boardSpecimens;

/** Pictures that were kept by consent to tune the check; nothing while there is none. */
export function KeptPictures() {
  const { language } = useConsole();
  const say = useSay();
  const sayValue = useSayValue();
  const { state, reload } = useEntries(boardSpecimens);
  if (state.kind !== 'loaded' || state.value.length === 0) return null;
  return (
    <details className="due-boards">
      <summary>
        {say(boardSpecimens.title)}: {formatNumber(state.value.length, language)}
      </summary>
      <FeatureEntries
        of={boardSpecimens}
        state={state}
        reload={reload}
        row={({ id, district, station, likeness, keptBy, keptAt }) => (
          <>
            <a href={`/api/board-specimens/${id}/picture`}>
              {sayValue(fields.district, district)} · {station}
            </a>
            <br />
            <span className="detail">
              {[sayValue(fields.likeness, likeness), keptBy, sayValue(fields.keptAt, keptAt)].join(
                ' · ',
              )}
            </span>
          </>
        )}
      />
    </details>
  );
}
