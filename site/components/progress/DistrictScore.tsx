import { likeDistricts } from '../../../campaigns/tracker/like-districts.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { computePoints, type ScoreRules } from '../../../campaigns/tracker/score-rules.ts';
import { scorePartNames } from '../../../campaigns/words/score-words.ts';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import { type Language, localPath } from '../../i18n/language.ts';
import { wordsSide } from '../../i18n/own-language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import { scoreWordsIn } from '../../i18n/score-words.ts';
import type { MapDistrict } from '../TileMap.tsx';
import { LevelLine } from './BoardLevels.tsx';
import { Moved } from './Moved.tsx';
import { PartTable } from './PartTable.tsx';
import { nameDistrict } from './progress-page.ts';

export type DistrictScoreProps = {
  file: ProgressFile;
  rules: ScoreRules;
  /** All districts: those of like size are named. */
  districts: readonly Pick<MapDistrict, 'id' | 'nameHi' | 'nameEn'>[];
  district: string;
  language: Language;
};

/** A district's score with its parts, its place, the grade of its data, and districts of like size. */
export function DistrictScore(props: DistrictScoreProps) {
  const { file, rules, district, language } = props;
  const words = scoreWordsIn(language);
  const entry = file.districts.find((each) => each.district === district);
  const score = entry?.score ?? null;
  if (entry === undefined || score === null || score.value === null) {
    return <p>{words.noScores}</p>;
  }
  const uncounted = computePoints(rules, score.shares).filter(({ share }) => share === null);
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
          scored={file.districts.filter((each) => each.score?.value != null).length}
          language={language}
        />
      </div>
      <LevelLine counts={entry.boards.levels} language={language} />
      {uncounted.length > 0 && (
        <p className="detail">
          {words.redistributed(
            uncounted.map(({ part }) => scorePartNames[part][language]).join(', '),
          )}
        </p>
      )}
      <LikeDistricts {...props} />
      <p className="detail">
        {progressWordsIn(language).asOf(formatDay(file.today, wordsSide(language)))} ·{' '}
        <a href={localPath(language, '/progress/score/')}>{words.howItIsMade}</a> ·{' '}
        <a href={localPath(language, '/progress/#league')}>{words.wholeLeague}</a>
      </p>
    </>
  );
}

interface ScoreFactsProps {
  score: Score;
  population: number | null;
  /** Districts that have a score. */
  scored: number;
  language: Language;
}

function ScoreFacts({ score, population, scored, language }: ScoreFactsProps) {
  const words = scoreWordsIn(language);
  const number = (value: number) => formatNumber(value, language);
  const { rank, before, quality, like } = score;
  return (
    <dl>
      <div>
        <dt>{words.place}</dt>
        <dd>
          {rank !== null && words.placeOf(number(rank), number(scored))}{' '}
          <Moved
            by={before === null || rank === null ? null : before - rank}
            language={language}
            inWords
          />
        </dd>
      </div>
      <div>
        <dt>{words.like}</dt>
        <dd>
          {like === null
            ? words.likeUnknown
            : words.likeText(number(like.rank), number(like.of), like.median.toFixed(2))}
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
            <a href={localPath(language, `/print/${id}/#score`)}>
              {nameDistrict(id, districts, language)}
            </a>
          </span>
        ))}
    </p>
  );
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
