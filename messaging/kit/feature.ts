import type { Field, Fields, FieldValue } from '../../campaigns/fields/field.ts';
import type { Action } from '../../campaigns/offices/permission.ts';
import type { Pair } from '../../campaigns/words/pairs.ts';

// A feature is declared once, as plain data which the service serves and the console shows. It imports neither of them
// and no library, since pages load it. In its words `{headquarters}` is replaced by the campaign's office.

/**
 * An act of an office on an entry. `make` adds one, `change` writes its fields again unless somebody did in between,
 * `step` fills in what was left open, `remove` deletes it.
 */
export interface Act<Name extends string = string> {
  kind: 'make' | 'change' | 'step' | 'remove';
  /** Permission for it; an entry of another area is refused. */
  may: Action;
  button: Pair;
  /** Button of its form, where another one opens that. */
  send?: Pair;
  /** Fields that are filled in. */
  takes?: readonly Name[];
  /** Further fields, for the feature's own rule and the audit log. */
  asks?: Fields;
  /** Fields that get the officer's name, role or account, and the moment. */
  stamps?: { by?: Name; role?: Name; account?: Name; at?: Name };
  /** The version that its officer saw is sent with it, as with a `change`: what was changed since is refused. */
  seen?: true;
  /** Refused once this field is filled in. */
  once?: Name;
  /** Refused unless this field has one of these values. */
  when?: readonly [field: Name, ...values: string[]];
  /** Values that the act gives to fields. */
  sets?: Readonly<Partial<Record<Name, string | number | boolean | null>>>;
  /** How many an account makes in an hour, where it is not the usual number. */
  hourly?: number;
  /** Needs another person than the account in this field, or those in these. */
  second?: Name | readonly Name[];
  /** Permission of the second officer for whom it waits where its judgement (`judge` of `serve`) finds something. */
  held?: Action;
  /** Action in the audit log, where it is not the feature's name and the act's. */
  audit?: string;
  /** Said when it is done. */
  done?: Pair | ((id: number) => Pair);
  /** Asked before it is done. */
  sure?: Pair;
}
type Acts = Readonly<Record<string, Act>>;

/** A record that offices keep, and what each office may do with it. */
export interface Feature<
  Path extends string = string,
  Given extends Fields = Fields,
  Done extends Acts = Acts,
> {
  /** Noun of its subjects in the audit log. */
  name: string;
  /** Its address below `/api/`. */
  path: Path;
  /** Has a column for each field, in snake case, beside `id` and, where there is a `change`, `version`. */
  table: string;
  title: Pair;
  lead?: Pair;
  /** Name of an entry. */
  entry?: (id: number, values: Readonly<Record<string, unknown>>) => Pair;
  /** Said where there is no entry. */
  empty?: Pair;
  fields: Given;
  /** Permission for its list, which has the entries of the own area. */
  read: Action;
  /** SQL; an entry that it leaves out is kept, and is there for nobody. */
  where?: string;
  /** SQL; the latest entry comes first without it. */
  order?: string;
  acts: Done;
}

export function feature<
  const Path extends string,
  const Given extends Fields,
  const Done extends Readonly<Record<string, Act<keyof Given & string>>>,
>(given: Feature<Path, Given, Done>): Feature<Path, Given, Done> {
  return given;
}

type Values<Given, Moment> = { -readonly [Name in keyof Given]: FieldValue<Given[Name], Moment> };
type Answered<Given> = {
  [Name in keyof Given as Given[Name] extends { hidden: true } ? never : Name]: Given[Name];
};
type Numbered<Done extends Acts> = { id: number } & ('change' extends Done[keyof Done]['kind']
  ? { version: number }
  : unknown);

/** All that is kept of an entry, as the service has it. */
export type Row<Of> =
  Of extends Feature<string, infer Given, infer Done>
    ? Numbered<Done> & Values<Given, Date>
    : never;
/** An entry as it is answered. */
export type Entry<Of> =
  Of extends Feature<string, infer Given, infer Done>
    ? Numbered<Done> & Values<Answered<Given>, string>
    : never;

type Taken<Given, Of> = Of extends { takes: readonly (infer Name)[] }
  ? Pick<Given, Name & keyof Given>
  : unknown;
type Asks<Of> = Of extends { asks: infer Asked } ? Asked : unknown;
/** Body of the request for an act. */
export type Sent<Of, Name, Moment = string> =
  Of extends Feature<string, infer Given, infer Done>
    ? Values<Taken<Given, Done[Name & keyof Done]> & Asks<Done[Name & keyof Done]>, Moment> &
        (Done[Name & keyof Done] extends { kind: 'change' } | { seen: true }
          ? { version: number }
          : unknown)
    : never;

/** Whether an act is done on the version that its officer saw. */
export function namesVersion({ kind: does, seen }: Act): boolean {
  return does === 'change' || seen === true;
}

/** Fields of an act: those of the entry, then its further ones. */
export function listFields(
  { fields }: Pick<Feature, 'fields'>,
  { takes = [], asks = {} }: Act,
): [name: string, Field][] {
  return [
    ...takes.map((name): [string, Field] => [name, fields[name] as Field]),
    ...Object.entries(asks),
  ];
}

/** Texts and addresses of an act that leave the offices. */
export function listPublicTexts(
  { fields }: Pick<Feature, 'fields'>,
  { takes = [] }: Act,
): [name: string, Field][] {
  return takes
    .map((name): [string, Field] => [name, fields[name] as Field])
    .filter(
      ([, { type, public: isPublic }]) => isPublic === true && ['text', 'link'].includes(type),
    );
}

/** Why the state of an entry does not allow an act; null where it does. */
export function findBar(
  { once, when }: Act,
  entry: Readonly<Record<string, unknown>>,
): 'decided-already' | 'not-possible' | null {
  if (once !== undefined && entry[once] !== null) return 'decided-already';
  if (when === undefined) return null;
  const [field, ...values] = when;
  return values.some((value) => value === entry[field]) ? null : 'not-possible';
}

/** Accounts beside which an act needs another person. */
export function listMakers(
  { second = [] }: Act,
  entry: Readonly<Record<string, unknown>>,
): (string | null)[] {
  return [second].flat().map((name) => entry[name] as string | null);
}

/** Method and address of an act. */
export function findRoute(
  { path }: Pick<Feature, 'path'>,
  name: string,
  { kind: does }: Act,
): readonly [method: 'POST' | 'PUT', url: string] {
  if (does === 'make') return ['POST', `/api/${path}`];
  if (does === 'change') return ['PUT', `/api/${path}/:id`];
  return ['POST', `/api/${path}/:id/${name}`];
}

type Route<Path extends string, Name extends string, Does> = Does extends 'make'
  ? `POST /api/${Path}`
  : Does extends 'change'
    ? `PUT /api/${Path}/:id`
    : `POST /api/${Path}/:id/${Name}`;
/** The feature's routes for a client, as the contract has those of others. */
export type FeatureRoutes<Of> =
  Of extends Feature<infer Path, Fields, infer Done>
    ? Record<`GET /api/${Path}`, { asked: Record<never, never>; answer: Entry<Of>[] }> & {
        [Name in keyof Done & string as Route<Path, Name, Done[Name]['kind']>]: {
          asked: { body: Sent<Of, Name> } & (Done[Name]['kind'] extends 'make'
            ? unknown
            : { params: { id: number } });
          answer: Done[Name]['kind'] extends 'remove' ? undefined : Entry<Of>;
        };
      }
    : never;
