import type { Bilingual } from '../bilingual.ts';
import type { CsvError } from './csv.ts';
import { faultAt, type TableError, type TableFault } from './table-error.ts';

const expectations: Record<Exclude<CsvError['code'], 'too-long'>, Bilingual> = {
  'open-quote': {
    hi: 'बंद होता उद्धरण चिह्न (")',
    en: 'a closing quote (") for the cell',
  },
  'closed-early': {
    hi: 'उद्धरण चिह्न (") के बाद अगला खाना, या दोहरा चिह्न ("")',
    en: 'the next cell behind a closing quote ("), or the quote doubled ("")',
  },
};

/** Where a CSV breaks off, for its author. */
export function csvFault(error: CsvError, longestRow?: number): TableFault {
  const { code, line, column, found } = error;
  const expected =
    code === 'too-long'
      ? {
          hi: `अधिकतम ${longestRow} वर्णों की पंक्ति, जिसके सभी उद्धरण चिह्न (") बंद हों,`,
          en: `rows of at most ${longestRow} characters with every quote (") closed`,
        }
      : expectations[code];
  return { row: line, column, expected, found };
}

/** The same as an error. */
export function unreadableCsv(error: CsvError, longestRow?: number): TableError {
  return faultAt(csvFault(error, longestRow), { cause: error });
}
