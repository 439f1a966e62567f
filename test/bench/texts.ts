import { fineGroups } from '../../campaigns/messages/lint-likeness.ts';
import { heldOut, judgeTexts, splits, textClasses } from '../campaigns/messages/read-texts.ts';
import { report } from './report.ts';

/** Texts of a class that are judged wrongly: a fine one refused, or a wrong one passed without a question. */
const mostPercent = 3;
/** Fine ones that are put to a person. */
const mostAskedPercent = 8;

const judged = judgeTexts();
type Judged = (typeof judged)[number];
const isWrong = ({ group, isRight, isAsked }: Judged) =>
  !isRight && (fineGroups.includes(group) || !isAsked);
const percent = (some: readonly Judged[], all: readonly Judged[]) =>
  (100 * some.length) / all.length;
report('texts', [
  ...splits.flatMap((split) =>
    textClasses.flatMap((group) => {
      const own = judged.filter((each) => each.split === split && each.group === group);
      const wrong = own.filter(isWrong);
      if (process.argv.includes('--show') && !heldOut.includes(split)) {
        for (const { text, errors } of wrong)
          console.log(
            '%s',
            `${group}: ${text}`,
            errors.map(({ message }) => message.en).join('; '),
          );
      }
      if (own.length === 0) return [];
      const what = `${split}: ${group}, ${own.length} texts, judged wrongly`;
      // A class of what is held out is too small for a bar.
      const bar = heldOut.includes(split) ? {} : { most: mostPercent };
      return [{ what, value: percent(wrong, own), digits: 1, unit: '%', ...bar }];
    }),
  ),
  ...heldOut.flatMap((split) => {
    const own = judged.filter((each) => each.split === split);
    const fine = own.filter(({ group }) => fineGroups.includes(group));
    const others = own.filter(({ group }) => !fineGroups.includes(group));
    const asked = fine.filter(({ isAsked }) => isAsked);
    const shared = { digits: 1, unit: '%' };
    return [
      {
        what: `${split}: fine, refused`,
        value: percent(fine.filter(isWrong), fine),
        ...shared,
        most: mostPercent,
      },
      {
        what: `${split}: fine, put to a person`,
        value: percent(asked, fine),
        ...shared,
        most: mostAskedPercent,
      },
      {
        what: `${split}: wrong, passed unasked`,
        value: percent(others.filter(isWrong), others),
        ...shared,
        most: mostPercent,
      },
    ];
  }),
]);
