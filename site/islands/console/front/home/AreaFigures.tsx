import { lateDistricts } from '../../../../../campaigns/tracker/late-districts.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { viewPath } from '../../ui/views.ts';
import type { ProgressFile } from '../boards/use-district-table.ts';
import { FigureRow } from './FigureRow.tsx';

/** A zone's or a range's districts in three figures. */
export function AreaFigures({ file }: { file: ProgressFile }) {
  const { language, districts } = useConsole();
  const { role, area, office } = useMe();
  const words = homeWordsIn(language);
  const own = new Set(
    districts
      .filter(({ zone, range }) => (role === 'zone' ? zone : range) === area)
      .map(({ id }) => id),
  );
  const entries = file.districts.filter(({ district }) => own.has(district));
  const sum = (pick: (entry: (typeof entries)[number]) => number) =>
    formatNumber(
      entries.reduce((total, entry) => total + pick(entry), 0),
      language,
    );
  return (
    <FigureRow
      title={office[language]}
      figures={[
        {
          value: sum(({ boards }) => boards.up),
          label: words.boardsUp(sum(({ boards }) => boards.stations)),
          link: viewPath('boards'),
        },
        { value: sum(({ scans }) => scans.last7), label: words.scansWeek },
        {
          value: formatNumber(lateDistricts(file, own).length, language),
          label: words.lateAmong(formatNumber(entries.length, language)),
          link: `${viewPath('boards')}?state=behind`,
        },
      ]}
    />
  );
}
