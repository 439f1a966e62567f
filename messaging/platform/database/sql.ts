import type { QueryResultRow } from 'pg';
import type { Queryable } from './transaction.ts';

// A statement as a template: each value stands where it is used and goes to the database as a parameter, so that none is ever
// read as SQL. What a program itself writes of a statement (columns, a condition) is marked by `raw`.

/** A class, so that no object that came in a request is ever taken for it. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * SQL of the program's own: names of columns, a condition.
 * @throws if it has numbered parameters, which would be those of other values
 */
export function raw(text: string): Raw {
  if (/\$\d/.test(text)) throw new Error(`Expected SQL without parameters, got ${text}`);
  return new Raw(text);
}

type Statement<Result> = (
  texts: TemplateStringsArray,
  ...values: readonly unknown[]
) => Promise<Result>;

/** All rows of a statement. */
export function queryRows<Row extends QueryResultRow>(database: Queryable): Statement<Row[]> {
  return async (texts, ...values) => (await database.query<Row>(...bindValues(texts, values))).rows;
}

/** The first row of a statement. */
export function queryRow<Row extends QueryResultRow>(
  database: Queryable,
): Statement<Row | undefined> {
  return async (texts, ...values) =>
    (await database.query<Row>(...bindValues(texts, values))).rows[0];
}

/** Whether there is any row. */
export function isThere(database: Queryable): Statement<boolean> {
  return async (texts, ...values) =>
    (await database.query(...bindValues(texts, values))).rows.length > 0;
}

/** How many rows a statement changed. */
export function execute(database: Queryable): Statement<number> {
  return async (texts, ...values) =>
    (await database.query(...bindValues(texts, values))).rowCount ?? 0;
}

function bindValues(
  texts: TemplateStringsArray,
  values: readonly unknown[],
): [text: string, values: unknown[]] {
  const bound: unknown[] = [];
  const parts = values.map((value) =>
    value instanceof Raw ? value.text : `$${bound.push(value)}`,
  );
  return [String.raw({ raw: texts }, ...parts), bound];
}
