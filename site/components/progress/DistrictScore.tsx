import { likeDistricts } from '../../../campaigns/tracker/like-districts.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { NoRankReason } from '../../../campaigns/tracker/score-parts.ts';
import { computePoints } from '../../../campaigns/tracker/score-rules.ts';
import type { ScoreRules } from '../../../campaigns/tracker/score-rules-schema.ts';
import { scorePartNames } from '../../../campaigns/words/score-words.ts';
import { objections as feature } from '../../../messaging/figures/objections/objections-feature.ts';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { sayPair, wordsSide } from '../../i18n/own-language.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';
import { scoreWordsIn } from '../../i18n/score-words.ts';
import type { MapDistrict } from '../TileMap.tsx';
import { DrawLine, LevelLine } from './BoardLevels.tsx';
import { bandsMoved } from './bands-moved.ts';
import { Moved } from './Moved.tsx';
import { ObjectionText } from './ObjectionText.tsx';
import { ChangeTable, PartTable } from './PartTable.tsx';
import { nameDistrict } from './progress-page.ts';

export interface DistrictScoreProps {
  file: ProgressFile;
  rules: ScoreRules;
  /** All districts: those of like size are named. */
  districts: readonly Pick<MapDistrict, 'id' | 'nameHi' | 'nameEn'>[];
  district: string;
  language: Language;
}

/** A district's score with its parts, its place, the grade of its data, and districts of like size. */
export function DistrictScore(props: DistrictScoreProps) {
  const { file, rules, district, language } = props;
  const words = scoreWordsIn(language);
  const entry = file.districts.find((each) => each.district === district);
  const score = entry?.score ?? null;
  if (entry === undefined || score === null || score.value === null) {
    return (
      <>
        <p>{words.noScores}</p>
        <ObjectionList objections={entry?.objections ?? []} language={language} />
      </>
    );
  }
  const uncounted = computePoints(rules, score.shares).filter(
    ({ part, share }) => share === null && rules.weights[part] > 0,
  );
  return (
    <>
      <div className="score-head">
        <div>
          <p className="score-value">
            <strong>{score.value.toFixed(2)}</strong> {words.of10}{' '}
            {file.sample && <span className="tag">{progressWordsIn(language).sample}</span>}
          </p>
          <PartTable rules={rules} shares={score.shares} value={score.value} language={language} />
        </div>
        <ScoreFacts
          score={score}
          population={entry.population}
          rules={rules}
          ranked={file.districts.filter((each) => each.score?.band != null).length}
          language={language}
        />
      </div>
      <LevelLine counts={entry.boards.levels} language={language} />
      <DrawLine draw={entry.draw} language={language} />
      {uncounted.length > 0 && (
        <p className="detail">
          {words.redistributed(
            uncounted.map(({ part }) => scorePartNames[part][language]).join(', '),
          )}
        </p>
      )}
      {score.change !== null && (
        <ChangeTable rules={rules} change={score.change} language={language} />
      )}
      <ObjectionList objections={entry.objections} language={language} />
      <LikeDistricts {...props} />
      <p className="detail">
        {progressWordsIn(language).asOf(formatDay(file.today, progressSide(language)))} ·{' '}
        <a href={localPath(language, '/progress/score/')}>{words.howItIsMade}</a> ·{' '}
        <a href={localPath(language, '/progress/#league')}>{words.wholeLeague}</a>
      </p>
    </>
  );
}

interface ObjectionListProps {
  objections: ProgressFile['districts'][number]['objections'];
  language: Language;
}

function ObjectionList({ objections, language }: ObjectionListProps) {
  if (objections.length === 0) return null;
  return (
    <section className="objections" aria-labelledby="objections">
      <h3 id="objections">{sayPair(feature.title, language)}</h3>
      {objections.map((objection) => (
        <ObjectionText key={objection.id} objection={objection} language={language} />
      ))}
    </section>
  );
}

interface ScoreFactsProps {
  score: Score;
  population: number | null;
  rules: ScoreRules;
  /** Districts that are compared. */
  ranked: number;
  language: Language;
}

function ScoreFacts({ score, population, rules, ranked, language }: ScoreFactsProps) {
  const words = scoreWordsIn(language);
  const number = (value: number) => formatNumber(value, language);
  const { rank, band, quality, like, change } = score;
  return (
    <dl>
      <div>
        <dt>{words.place}</dt>
        <dd>
          {band !== null && words.bandText[band](number(ranked))}{' '}
          {rank !== null && words.placeOf(number(rank), number(ranked))}
          {score.noRank !== null && sayNoRank(score.noRank, rules, language)}{' '}
          <Moved by={bandsMoved(score)} of="bands" language={language} inWords />
        </dd>
      </div>
      {change !== null && (
        <div>
          <dt>{words.change(formatDay(rules.rank.start.day, wordsSide(language)))}</dt>
          <dd>
            {words.changeText(
              change.points.toFixed(2),
              change.low.toFixed(2),
              change.high.toFixed(2),
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{words.like}</dt>
        <dd>
          {like === null
            ? words.likeUnknown
            : `${words.likeMedian(like.median.toFixed(2))}${like.band === null ? '' : `; ${words.likeBand[like.band](number(like.of))}`}`}
        </dd>
      </div>
      <div>
        <dt>{words.quality}</dt>
        <dd>
          <Grade grade={quality.grade} language={language} />{' '}
          <span className="detail">{qualityText(quality, language)}</span>
        </dd>
      </div>
      <div>
        <dt>{words.population}</dt>
        <dd>{population === null ? words.populationUnknown : number(population)}</dd>
      </div>
    </dl>
  );
}

function LikeDistricts({ file, rules, districts, district, language }: DistrictScoreProps) {
  const like = likeDistricts(
    file.districts.map(({ district: id, population }) => ({ id, population })),
    rules.likeDistricts,
  ).get(district);
  if (like === undefined) return null;
  return (
    <p className="detail">
      {scoreWordsIn(language).likeList}:{' '}
      {like
        .filter((id) => id !== district)
        .map((id, at) => (
          <span key={id}>
            {at > 0 && ', '}
            <a href={localPath(language, `/progress/${id}/`)}>
              {nameDistrict(id, districts, language)}
            </a>
          </span>
        ))}
    </p>
  );
}

/** Why a district has no place, with the count that it fell short of. */
export function sayNoRank(reason: NoRankReason, { rank }: ScoreRules, language: Language): string {
  const { boards, visits, room } = rank.least;
  const least = { 'few-boards': boards, 'few-visits': visits, 'full-start': room }[reason];
  return scoreWordsIn(language).noRank[reason](formatNumber(least, language));
}

type Score = NonNullable<ProgressFile['districts'][number]['score']>;
type Quality = Score['quality'];

/** Letter of the grade in its ring; a dash where nothing is entered. */
export function Grade({ grade, language }: { grade: Quality['grade']; language: Language }) {
  const words = scoreWordsIn(language);
  if (grade === null) return <span className="grade none">{words.gradeNone}</span>;
  return (
    <span className={`grade ${grade}`}>
      <span className="sr-only">{words.grade} </span>
      {words.gradeNames[grade]}
    </span>
  );
}

function qualityText({ ageDays, proof, weeks }: Quality, language: Language): string {
  const words = scoreWordsIn(language);
  return [
    ageDays === null ? words.ageNone : words.age(formatNumber(ageDays, language)),
    proof === null ? words.proofNone : words.proof(formatShare(proof)),
    words.weeks(formatNumber(weeks.entered, language), formatNumber(weeks.of, language)),
  ].join('; ');
}
