import { judgeTexts, splits, textClasses } from '../campaigns/messages/read-texts.ts';
import { report } from './report.ts';

/** Texts of a class that are judged wrongly: a fine one refused, or a wrong one passed. */
const mostPercent = 3;

const judged = judgeTexts();
report(
  'texts',
  splits.flatMap((split) =>
    textClasses.flatMap((group) => {
      const own = judged.filter((each) => each.split === split && each.group === group);
      const wrong = own.filter(({ isRight }) => !isRight);
      if (process.argv.includes('--show') && split !== 'held-out') {
        for (const { text, errors } of wrong)
          console.log(
            '%s',
            `${group}: ${text}`,
            errors.map(({ message }) => message.en).join('; '),
          );
      }
      if (own.length === 0) return [];
      const what = `${split}: ${group}, ${own.length} texts, judged wrongly`;
      const value = (100 * wrong.length) / own.length;
      return [{ what, value, digits: 1, unit: '%', most: mostPercent }];
    }),
  ),
);
