import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Bilingual } from '../../campaigns/bilingual.ts';
import type { District } from '../../campaigns/directory/station.ts';
import type { Field, Fields } from '../../campaigns/fields/field.ts';
import { type Change, type Effect, joinEffects } from '../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { type Action, covers, listCovered, rolesFor } from '../../campaigns/offices/permission.ts';
import { paragraph } from '../../campaigns/text-types.ts';
import { inBoth } from '../../campaigns/words/pairs.ts';
import { done, instant, oneId, refusals } from '../contract/route.ts';
import { writeAudit } from '../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../platform/database/transaction.ts';
import { hasPhoneNumber } from '../platform/http/free-text.ts';
import type { Module } from '../platform/http/module.ts';
import type { Caller } from '../platform/process/caller.ts';
import { Refusal } from '../platform/process/refusal.ts';
import {
  deleteEntry,
  findEntry,
  hasVersion,
  insertEntry,
  readEntries,
  updateEntry,
} from './entries-sql.ts';
import {
  type Act,
  type Feature,
  findBar,
  findRoute,
  listFields,
  listMakers,
  listPublicTexts,
  namesVersion,
  type Row,
  type Sent,
} from './feature.ts';
import { inputSchema } from './field-schema.ts';
import { type ActOutcome, answerAct, byOfficer, type DoOrHold } from './held-acts.ts';
import type { House, SecondPersonRule } from './house.ts';

/** Parts that a declared feature needs; those whose acts need a second person have the rule for it. */
type Parts = Pick<House, 'database' | 'clock' | 'directory'> &
  Partial<Pick<House, 'secondPerson' | 'heldActs' | 'publicWords'>>;

interface Asked<Of, Name> {
  input: Sent<Of, Name, Date>;
  /** The entry as it is; for a `make` there is none. */
  before: Row<Of>;
  caller: Caller;
  now: Date;
}
interface Ruled<Of> {
  /** Stored beside what was sent. */
  values?: Partial<Row<Of>>;
  /** Of the audit entry, in place of what it has by itself. */
  entry?: { subject?: string; before?: unknown; after?: unknown };
}
type MayPromise<T> = T | Promise<T>;
/** Rules and changes of the feature itself, by its acts. */
interface Own<Of extends Feature> {
  /** Refuses by throwing, before the transaction begins. */
  rules?: {
    [Name in keyof Of['acts']]?: (asked: Asked<Of, Name>) => MayPromise<Ruled<Of> | undefined>;
  };
  /** Changes in the same transaction what else belongs to it. */
  also?: {
    [Name in keyof Of['acts']]?: (
      tx: Queryable,
      asked: Asked<Of, Name> & { after: Row<Of> | undefined },
    ) => Promise<void>;
  };
  /** Judges what acts that are `held` would change for others; `before` is undefined for a `make`. */
  judge?: {
    [Name in keyof Of['acts']]?: (
      tx: Queryable,
      asked: Pick<Asked<Of, Name>, 'input' | 'before'> & { ruled: Ruled<Of> },
    ) => Promise<Effect>;
  };
  /** Whether an entry is there for an officer, in place of the districts of the own area. */
  sees?: (actor: Actor, entry: Row<Of>) => boolean;
  /** The refusal, or its code, if an existing entry conflicts with a new one. */
  conflict?: Refusal['code'] | (() => Refusal);
  /** Called after each act that was done. */
  changed?: () => Promise<void>;
}

/** Serves a declared feature: its list and its acts, each with access, bounds and an entry in the audit log. */
export function serve<Of extends Feature>(of: Of, house: Parts, own: Own<Of> = {}): Module {
  const names = Object.keys(of.acts);
  const holds = new Map(names.map((name) => [name, openHeld(of, house, own, name)]));
  return {
    name: of.path,
    register({ api }) {
      serveList(api, of, house, own.sees);
      for (const name of names) serveAct(api, of, { ...house, hold: holds.get(name) }, own, name);
    },
  };
}

/** An act as it is kept for a second officer; its rule has looked at it. */
interface HeldInput {
  id: number;
  district: string | null;
  input: Record<string, unknown>;
  ruled: Ruled<Feature>;
}
type Hold<Of extends Feature> = DoOrHold<HeldInput, Row<Of> | undefined> | undefined;

/** The door of an act that may wait; undefined where none does. */
function openHeld<Of extends Feature>(of: Of, house: Parts, own: Own<Of>, name: string): Hold<Of> {
  const act = of.acts[name] as Act;
  const texts = listPublicTexts(of, act);
  const may = act.held ?? (texts.length > 0 ? clearsWords(act) : undefined);
  if (may === undefined) return undefined;
  const judge = own.judge?.[name as keyof Of['acts']];
  const { heldActs, publicWords } = house;
  if ((act.held && !judge) || (texts.length > 0 && !publicWords) || heldActs === undefined)
    throw new Error(`Expected a judgement of ${of.name}.${name}, which is held, got none`);
  const [hi, en] = of.title;
  const revive = (input: HeldInput['input']) =>
    Object.fromEntries(
      Object.entries(input).map(([field, value]) => {
        const { type } = { ...of.fields[field], ...act.asks?.[field] };
        return [field, type === 'moment' && typeof value === 'string' ? new Date(value) : value];
      }),
    );
  return heldActs.open({
    kind: `${of.name}.${name}`,
    title: [`${hi}: ${act.button[0]}`, `${en}: ${act.button[1]}`],
    may,
    async judge(tx, { id, input, district, ruled }) {
      const before = act.kind === 'make' ? undefined : await findEntry(tx, of, id);
      const figures = await judge?.(tx, { input: revive(input), before, ruled } as never);
      const earlier = before as Readonly<Record<string, unknown>> | undefined;
      const changes = texts.map(([field, { label }]) => ({
        what: label,
        before: (earlier?.[field] ?? null) as string | null,
        after: (input[field] ?? null) as string | null,
      }));
      const words = await publicWords?.judge(tx, changes, district);
      const isHeld = words !== undefined && words.findings.length > 0;
      const beside = isHeld ? listBeside(of, act, house, { before: earlier, input }) : [];
      return joinEffects([figures, words, { changes: beside, findings: [] }]);
    },
    apply(tx, { id, input, ruled }, { maker, checker, requestId = '' }) {
      const caller = { actor: maker as Actor, requestId };
      const wish = { name, id, input: revive(input), caller, checker };
      return enact(tx, of, house, own, wish, ruled as Ruled<Of>);
    },
    async accepted() {
      await own.changed?.();
    },
  });
}

/** Days, kinds and areas that go with public words: both officers see them. */
function listBeside(
  of: Feature,
  act: Act,
  { directory: { districts } }: Parts,
  {
    before,
    input,
  }: { before: Readonly<Record<string, unknown>> | undefined; input: HeldInput['input'] },
): Change[] {
  const show = ({ type, options }: Field, value: unknown): Bilingual | string | null => {
    const [hi, en] = options?.[String(value)] ?? [];
    if (hi !== undefined && en !== undefined) return { hi, en };
    const district = districts.find(({ id }) => type === 'district' && id === value);
    if (district !== undefined) return { hi: district.nameHi, en: district.nameEn };
    return type === 'day' && typeof value === 'string' ? value : null;
  };
  return listFields(of, { ...act, asks: {} }).flatMap(([name, field]): Change[] => {
    const after = show(field, input[name]);
    return after === null
      ? []
      : [{ what: inBoth(field.label), before: show(field, before?.[name]), after }];
  });
}

/** Permission to accept typed words beside the officer who typed them. */
function clearsWords({ may }: Act): Action {
  return rolesFor(may).includes('district') ? 'public-words.clear' : may;
}

function serveList<Of extends Feature>(
  api: FastifyInstance,
  of: Of,
  house: Parts,
  sees: Own<Of>['sees'],
): void {
  const { database, directory, secondPerson } = house;
  const decides = Object.values(of.acts).find(({ second }) => second !== undefined);
  const verdict = decides === undefined ? {} : { second: requireRule(secondPerson).schema };
  api.route({
    method: 'GET',
    url: `/api/${of.path}`,
    schema: {
      summary: `${of.title[1]}, of the own area`,
      response: { 200: z.array(entrySchema(of).extend(verdict)), ...refusals(401, 403) },
    } as object,
    config: { access: rolesFor(of.read) },
    async handler({ actor }) {
      const { pool } = database;
      const read = await readEntries(pool, of, ownDistricts(of, actor, directory.districts));
      const rows = sees === undefined ? read : read.filter((entry) => sees(actor, entry));
      if (decides === undefined) return rows;
      const makersOf = (entry: Row<Of>) => listMakers(decides, entry);
      return requireRule(secondPerson).judge(pool, actor.id, rows, makersOf);
    },
  });
}

function requireRule(rule: SecondPersonRule | undefined): SecondPersonRule {
  if (rule === undefined) throw new Error('Expected a rule of the second person, got none');
  return rule;
}

/** Null for offices of the state, and where entries belong to no district. */
function ownDistricts(
  { fields }: Feature,
  actor: Actor,
  districts: readonly District[],
): string[] | null {
  if (fields['district'] === undefined || covers(actor, 'state')) return null;
  return listCovered(actor, districts);
}

function serveAct<Of extends Feature>(
  api: FastifyInstance,
  of: Of,
  { hold, ...house }: Parts & { hold: Hold<Of> },
  own: Own<Of>,
  name: string,
): void {
  const act = of.acts[name] as Act;
  const { kind } = act;
  const [method, url] = findRoute(of, name, act);
  const taken = listFields(of, act);
  const version = namesVersion(act) ? { version: z.int().positive() } : {};
  const status = kind === 'make' ? 201 : kind === 'remove' ? 204 : 200;
  api.route({
    method,
    url,
    schema: {
      summary: `${of.title[1]}: ${act.button[1]}`,
      ...(kind !== 'make' && { params: oneId }),
      body: z.object({
        ...(hold && { reason: paragraph({ max: 500 }).default('') }),
        ...shapeOf(taken, inputSchema),
        ...version,
      }),
      response: {
        [status]: kind === 'remove' ? done : entrySchema(of),
        ...(hold && { 202: house.heldActs?.answer }),
        ...refusals(400, 401, 403, 404, 409),
      },
    } as object,
    config: { access: rolesFor(act.may), ...(act.hourly && { hourly: act.hourly }) },
    handler: async ({ caller, params, body }, reply) => {
      const input = body as Record<string, unknown>;
      refuseNumbers(taken, input);
      const { id = 0 } = (params ?? {}) as { id?: number };
      const outcome = await perform(of, { ...house, hold }, own, { name, id, input, caller });
      return answerAct(reply, outcome, async (result) => {
        await own.changed?.();
        return reply.code(status).send(result);
      });
    },
  });
}

interface Wish {
  name: string;
  id: number;
  input: Record<string, unknown>;
  caller: Caller;
  /** The second officer of an act that waited. */
  checker?: Actor | null;
}

/** Does an act, or keeps it for a second officer. */
async function perform<Of extends Feature>(
  of: Of,
  { hold, ...house }: Parts & { hold: Hold<Of> },
  own: Own<Of>,
  wish: Wish,
): Promise<ActOutcome<Row<Of> | undefined>> {
  const { name, id, input, caller } = wish;
  const { pool } = house.database;
  const key = name as keyof Of['acts'];
  const before = await readOne(pool, of, house, own, wish);
  const asked = { input, before, caller, now: house.clock.now() } as unknown;
  const ruled = await own.rules?.[key]?.(asked as Asked<Of, typeof key>);
  if (hold === undefined) {
    const result = await inTransaction(pool, (tx) => enact(tx, of, house, own, wish, ruled));
    return { kind: 'done', result };
  }
  const { actor } = caller;
  const { district } = { ...ownDistrict(of, actor), ...before } as { district?: string | null };
  const { reason = '', ...rest } = input;
  const field = listFields(of, of.acts[name] as Act).find(([each]) => each === 'reason')?.[1];
  return hold({
    input: {
      ...{ id, district: district ?? null },
      ...{ input: field ? input : rest, ruled: (ruled ?? {}) as Ruled<Feature> },
    },
    // Of what is not there yet one of a kind waits for each officer.
    subject: `${of.name}/${id === 0 ? actor.id : id}`,
    district: district ?? undefined,
    reason: field?.options?.[String(reason)]?.[0] ?? String(reason),
    ...byOfficer(caller),
  });
}

async function readOne<Of extends Feature>(
  from: Queryable,
  of: Of,
  { directory: { districts } }: Parts,
  { sees }: Own<Of>,
  { name, id, input, caller, lock = false }: Wish & { lock?: boolean },
): Promise<Row<Of> | undefined> {
  const act = of.acts[name] as Act;
  if (act.kind === 'make') return undefined;
  const found = await findEntry(from, of, id, { lock });
  const entry = found && (sees?.(caller.actor, found) ?? true) ? found : undefined;
  checkEntry(entry, act, { version: input['version'], caller, districts });
  return entry;
}

/** Does an act: what is sent, what it leads to and its entry in the audit log are stored together or not at all. */
async function enact<Of extends Feature>(
  tx: Queryable,
  of: Of,
  house: Parts,
  own: Own<Of>,
  wish: Wish,
  ruled: Ruled<Of> | undefined,
): Promise<Row<Of> | undefined> {
  const { name, id, input, caller, checker } = wish;
  const { also, conflict = 'wrong-input' } = own;
  const act = of.acts[name] as Act;
  const key = name as keyof Of['acts'];
  const now = house.clock.now();
  const before = await readOne(tx, of, house, own, { ...wish, lock: true });
  if (act.second !== undefined) {
    const makers = listMakers(act, before as Record<string, unknown>);
    await requireRule(house.secondPerson).require(tx, caller.actor.id, makers);
  }
  const after = await store(tx, of, act, {
    id,
    values: {
      ...(act.kind === 'make' && ownDistrict(of, caller.actor)),
      ...Object.fromEntries((act.takes ?? []).map((field) => [field, input[field]])),
      ...act.sets,
      ...stampsOf(act, caller.actor, now),
      ...ruled?.values,
    } as Partial<Row<Of>>,
  });
  if (after === undefined && act.kind !== 'remove')
    throw typeof conflict === 'string' ? new Refusal(conflict) : conflict();
  const asked = { input, before, caller, now, after } as unknown;
  await also?.[key]?.(tx, asked as Asked<Of, typeof key> & { after: Row<Of> | undefined });
  const entry = (after ?? before) as { id: number; district?: string | null };
  await writeAudit(tx, {
    ...caller,
    ...(checker && { actor: checker }),
    action: act.audit ?? `${of.name}.${name}`,
    subject: `${of.name}/${entry.id}`,
    district: entry.district ?? undefined,
    before,
    after,
    ...ruled?.entry,
  });
  return after;
}

function store<Of extends Feature>(
  tx: Queryable,
  of: Of,
  { kind }: Act,
  { id, values }: { id: number; values: Partial<Row<Of>> },
) {
  if (kind === 'make') return insertEntry(tx, of, values);
  if (kind === 'remove') return deleteEntry(tx, of, id).then(() => undefined);
  return updateEntry(tx, of, id, values);
}

/** Whether an act is possible on an entry. */
function checkEntry(
  entry: Readonly<Record<string, unknown>> | undefined,
  act: Act,
  given: { version: unknown; caller: Caller; districts: readonly District[] },
): void {
  if (entry === undefined) throw new Refusal('not-found');
  const district = entry['district'];
  const place = given.districts.find(({ id }) => id === district) ?? 'state';
  if (district !== undefined && !covers(given.caller.actor, place))
    throw new Refusal('outside-area');
  if (namesVersion(act) && entry['version'] !== given.version) throw new Refusal('stale');
  const bar = findBar(act, entry);
  if (bar !== null) throw new Refusal(bar);
}

/** An officer of a district makes entries of that district. */
function ownDistrict({ fields }: Feature, { district }: Actor) {
  return fields['district'] === undefined || district === undefined ? {} : { district };
}

function stampsOf({ stamps = {} }: Act, { id, name, role }: Actor, now: Date) {
  const { by, at, account, role: office } = stamps;
  return {
    ...(by !== undefined && { [by]: name }),
    ...(office !== undefined && { [office]: role }),
    ...(account !== undefined && { [account]: id }),
    ...(at !== undefined && { [at]: now }),
  };
}

/** Words are kept for good, in the audit log too, and no deletion of a number looks into them. */
function refuseNumbers(taken: readonly [string, Field][], input: Record<string, unknown>): void {
  for (const [name, { type }] of taken) {
    const value = input[name];
    if (type === 'text' && typeof value === 'string' && hasPhoneNumber(value))
      throw new Refusal('number-in-text', { place: `body.${name}` });
  }
}

/** Schemas by name, each described by its label. */
function shapeOf(
  fields: readonly [string, Field][],
  schemaOf: (field: Field) => z.ZodType,
): z.ZodRawShape {
  return Object.fromEntries(
    fields.map(([name, field]) => {
      const schema = schemaOf(field);
      const own = field.maybe === true ? schema.nullable() : schema;
      return [name, own.describe(field.label[1])];
    }),
  );
}

/** Stored values were checked when they were sent, by the rules of that day. */
function answerSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'count':
    case 'measure':
      return z.number();
    case 'moment':
      return instant;
    case 'flag':
      return z.boolean();
    case 'choice':
      return inputSchema(field);
    default:
      return z.string();
  }
}

function entrySchema(of: Feature): z.ZodObject {
  const shown = Object.entries<Field>(of.fields as Fields).filter(
    ([, field]) => field.hidden !== true,
  );
  const version = hasVersion(of) ? { version: z.int().describe('Grows with every change') } : {};
  return z.object({
    id: z.int(),
    ...version,
    ...shapeOf(shown, answerSchema),
  });
}
