/** The part of a JSON schema, as OpenAPI has it, that a table of fields shows. */
export interface FieldSchema {
  type?: string;
  format?: string;
  description?: string;
  nullable?: boolean;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  items?: FieldSchema;
  properties?: Readonly<Record<string, FieldSchema>>;
  additionalProperties?: FieldSchema | boolean;
  required?: readonly string[];
  anyOf?: readonly FieldSchema[];
  oneOf?: readonly FieldSchema[];
}

/** One row of the table: `blast.texts.*.body` is a field of each text, `entries[].at` one of each entry. */
export interface Field {
  name: string;
  type: string;
  note: string;
}

/** The fields of a schema with those inside of them; empty for what has no fields. */
export function listFields(schema: FieldSchema, path = ''): Field[] {
  const inner = innerFields(schema, path);
  if (path === '') return inner;
  const { description = '' } = schema;
  return [{ name: path, type: describeType(schema), note: description }, ...inner];
}

function innerFields(schema: FieldSchema, path: string): Field[] {
  const { properties = {}, required = [], additionalProperties: rest, items } = schema;
  const direct = Object.entries(properties).flatMap(([name, field]) => {
    const mark = required.includes(name) ? '' : '?';
    return listFields(field, `${path === '' ? '' : `${path}.`}${name}${mark}`);
  });
  const others = typeof rest === 'object' ? innerFields(rest, `${path}.*`) : [];
  const entries = items === undefined ? [] : innerFields(items, `${path}[]`);
  return unique([...direct, ...others, ...entries, ...listChoices(schema).flatMap(within(path))]);
}

function within(path: string): (choice: FieldSchema) => Field[] {
  return (choice) => innerFields(choice, path);
}

/** A type in words: what it is made of, or the values that it can have. */
export function describeType(schema: FieldSchema): string {
  const choices = listChoices(schema);
  const bare =
    choices.length > 0 ? [...new Set(choices.map(describeType))].join(' | ') : bareType(schema);
  return schema.nullable === true ? `${bare} | null` : bare;
}

function bareType({
  type,
  format,
  enum: values,
  const: only,
  items,
  ...rest
}: FieldSchema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (items !== undefined) return `${describeType(items)}[]`;
  if (typeof rest.additionalProperties === 'object') {
    return `each ${describeType(rest.additionalProperties)}`;
  }
  return format ?? type ?? 'anything';
}

function listChoices({ anyOf = [], oneOf = [] }: FieldSchema): readonly FieldSchema[] {
  return [...anyOf, ...oneOf];
}

/** Kinds of one answer share fields; each is listed once, with all its types. */
function unique(fields: readonly Field[]): Field[] {
  const byName = Map.groupBy(fields, ({ name }) => name);
  return [...byName].map(([name, same]) => ({
    name,
    type: [...new Set(same.map(({ type }) => type))].join(' | '),
    note: same.find(({ note }) => note !== '')?.note ?? '',
  }));
}
