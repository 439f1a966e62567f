import { formatDay } from '../../i18n/format.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';
import type { ProgressProps } from './progress-page.ts';

/** The day of the figures below, and a notice where they are a sample. */
export function FiguresDay({ file, language }: Pick<ProgressProps, 'file' | 'language'>) {
  const words = progressWordsIn(language);
  const day = formatDay(file.today, progressSide(language));
  return (
    <>
      {file.sample && (
        <p className="sample-notice" role="note">
          <strong className="tag">{words.sample}</strong> {words.sampleText}
        </p>
      )}
      <p className="detail">
        {words.asOf(day)}
        {file.replayed && ` · ${words.replayed(day)}`}
      </p>
    </>
  );
}
