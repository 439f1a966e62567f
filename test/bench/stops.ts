import { judgeReplies } from '../messaging/phone/callbacks/read-stop-phrases.ts';
import { report } from './report.ts';

/** Replies that are understood wrongly: a stop that is not heard, or another reply that ends the messages. */
const mostPercent = 3;

const judged = judgeReplies();
report(
  'stops',
  ['tune', 'second', 'held-out'].flatMap((split) =>
    ['stop', 'other'].flatMap((means) =>
      ['hindi', 'hinglish', 'urdu', 'en'].flatMap((language) => {
        const own = judged.filter(
          (each) => each.split === split && each.means === means && each.language === language,
        );
        const wrong = own.filter(({ isRight }) => !isRight);
        if (process.argv.includes('--show') && split !== 'held-out') {
          for (const { text } of wrong) console.log('%s', `${means}: ${text}`);
        }
        if (own.length === 0) return [];
        return {
          what: `${split}: ${means}, ${language}, ${own.length} replies, understood wrongly`,
          value: (100 * wrong.length) / own.length,
          digits: 1,
          unit: '%',
          most: mostPercent,
        };
      }),
    ),
  ),
);
