import { perStationText } from '../../../campaigns/figures/charts/shades.ts';
import type { ScoreRules } from '../../../campaigns/tracker/score-rules-schema.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { localPath } from '../../i18n/language.ts';
import { wordsTag } from '../../i18n/own-language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { scoreWordsIn } from '../../i18n/score-words.ts';
import { DistrictScore, type DistrictScoreProps } from './DistrictScore.tsx';
import { FiguresDay } from './FiguresDay.tsx';
import { divide } from './progress-page.ts';

/** A campaign may be without a score. */
export type DistrictProgressProps = Omit<DistrictScoreProps, 'rules'> & { rules?: ScoreRules };

/** One district's figures, each with the state's below it, and its score. */
export function DistrictProgress({ rules, ...props }: DistrictProgressProps) {
  const { file, district, language } = props;
  const words = progressWordsIn(language);
  const own = file.districts.find((each) => each.district === district);
  if (own === undefined) return <p>{words.nothingYet}</p>;
  const number = (value: number) => formatNumber(value, language);
  const share = (up: number, stations: number) => {
    const part = divide(up, stations);
    return part === null ? '–' : formatShare(part);
  };
  const { boards, visitors } = file;
  const figures = [
    {
      label: words.boards,
      value: `${number(own.boards.up)}/${number(own.boards.stations)}`,
      note: `${share(own.boards.up, own.boards.stations)} · ${words.cardState(share(boards.up, boards.stations))}`,
    },
    {
      label: words.verified,
      value: number(own.boards.verified),
      note: `${share(own.boards.verified, own.boards.stations)} · ${words.cardState(share(boards.verified, boards.stations))}`,
    },
    {
      label: words.scans,
      value: number(own.scans.total),
      note: `${words.last7}: ${number(own.scans.last7)}`,
    },
    {
      label: words.mapScans,
      value: perStationText(own.visitorsPerStation),
      note: words.cardState(perStationText(divide(visitors.total, boards.stations))),
    },
  ];
  return (
    <>
      <FiguresDay file={file} language={language} />
      {own.boards.up === 0 && own.scans.total === 0 ? (
        <p>{words.cardEmpty(number(own.boards.stations))}</p>
      ) : (
        <dl className="figures district">
          {figures.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="value">
                <a
                  className="evidence"
                  href={rules === undefined ? localPath(language, '/progress/#sources') : '#score'}
                >
                  {value}
                </a>
              </dd>
              <dd className="detail">
                {note} {file.sample && <span className="tag">{words.sample}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rules !== undefined && (
        <section className="score" aria-labelledby="score" lang={wordsTag(language)}>
          <h2 id="score">{scoreWordsIn(language).districtHeading}</h2>
          <DistrictScore {...props} rules={rules} />
        </section>
      )}
    </>
  );
}
