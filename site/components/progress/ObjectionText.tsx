import type { Objection, ObjectionFigure } from '../../../campaigns/tracker/progress-file.ts';
import { objections } from '../../../messaging/figures/objections/objections-feature.ts';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { objectionWordsIn } from '../../i18n/objection-words.ts';
import { sayPair, wordsSide } from '../../i18n/own-language.ts';

interface Props {
  objection: Omit<Objection, 'district'>;
  language: Language;
}

/** An objection with its answer, as the public reads both. */
export function ObjectionText({ objection, language }: Props) {
  const words = objectionWordsIn(language);
  const { figure, day, value, text, answer } = objection;
  const say = (at: string) => formatDay(at, wordsSide(language));
  return (
    <>
      <p className="detail">
        {words.byDistrict(sayPair(objections.fields.figure.options[figure], language), say(day))}
        {value !== null && <> · {words.valueThen(sayValue(figure, value, language))}</>}
      </p>
      <p className="said">{text}</p>
      {answer === null ? (
        <p className="detail">{words.unanswered}</p>
      ) : (
        <>
          <p className="detail">{words.byHeadquarters(say(answer.day))}</p>
          <p className="said">{answer.text}</p>
        </>
      )}
    </>
  );
}

function sayValue(figure: ObjectionFigure, value: number, language: Language): string {
  if (figure === 'score') return value.toFixed(2);
  if (figure === 'directions') return formatShare(value);
  return formatNumber(value, language);
}
