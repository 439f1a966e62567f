import { z } from 'zod';
import { type FileExtension, fileTypes } from './file-types.ts';

/** A file as an answer: it goes out as it is, by its content type. */
export interface FileAnswer {
  description: string;
  content: Record<string, { schema: z.ZodType<FileBytes> }>;
}
type FileBytes = string | Uint8Array | AsyncIterable<unknown>;

type Method = 'GET' | 'POST' | 'PUT';
export type RouteName = `${Method} ${string}`;
export type Answers = Record<number, z.ZodType | FileAnswer>;
type MaybeSchema = z.ZodType | undefined;

/** One route: what is sent to it and what it answers. The service and the console have it from here. */
export interface Route {
  method: Method;
  url: string;
  schema: Described<MaybeSchema, MaybeSchema, MaybeSchema, Answers>;
}

/** Summary and schemas of a route. */
export interface Described<Params, Query, Body, Response> {
  summary: string;
  params?: Params | undefined;
  querystring?: Query | undefined;
  body?: Body | undefined;
  response: Response;
}

/** A route with its name and schemas as the types that they are. */
export interface Made<Name extends RouteName, Params, Query, Body, Response> {
  method: Name extends `${infer Verb extends Method} ${string}` ? Verb : never;
  url: Name extends `${Method} ${infer Url}` ? Url : never;
  schema: { summary: string; params: Params; querystring: Query; body: Body; response: Response };
}

/** Names a route as its clients do: 'GET /api/blasts/:id'. */
export function route<
  const Name extends RouteName,
  Params extends MaybeSchema = undefined,
  Query extends MaybeSchema = undefined,
  Body extends MaybeSchema = undefined,
  const Response extends Answers = Answers,
>(
  name: Name,
  described: Described<Params, Query, Body, Response>,
): Made<Name, Params, Query, Body, Response> {
  const [method, url] = name.split(' ');
  const stated = Object.entries(described).filter(([, part]) => part !== undefined);
  return { method, url, schema: Object.fromEntries(stated) } as Made<
    Name,
    Params,
    Query,
    Body,
    Response
  >;
}

/** A moment: a date in the service, its ISO text in the answer. */
export const instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** Words in both languages. */
export const bilingual = z.object({ hi: z.string(), en: z.string() });

/** Why a row of a list is left out. */
export const rowFault = z.object({
  row: z.int().nullable().describe('Of the file, the heading being the first'),
  column: z.string().nullable(),
  expected: bilingual,
  found: z.string().nullable().describe('Null where `expected` is a whole sentence'),
});

/** Why something was not done: `error` for programs, words for the officer, and what belongs to that error. */
export const apiError = z.looseObject({
  error: z.string(),
  hi: z.string().optional(),
  en: z.string().optional(),
});

const meanings = {
  400: 'What was sent is incomplete or not valid',
  401: 'Nobody is signed in, or the credentials are wrong',
  403: 'The office may not do this here',
  404: 'There is no such thing',
  408: 'Nothing arrived for too long',
  409: 'Its present state does not allow it',
  410: 'The link is used up',
  413: 'The file is too large',
  422: 'The file or a value cannot be used',
  429: 'Too many attempts; `retry-after` says when to try again',
  502: 'The provider did not take it',
  503: 'Not now; please try again later',
  507: 'The disk of the server is full',
} as const;
type Refusal = keyof typeof meanings;

/** The refusals of a route by their status. */
export function refusals<const Status extends Refusal>(
  ...statuses: readonly Status[]
): Record<Status, typeof apiError> {
  return Object.fromEntries(
    statuses.map((status) => [status, apiError.describe(meanings[status])]),
  ) as Record<Status, typeof apiError>;
}

/** Done, and nothing to say. */
export const done = z.undefined().describe('Done');

/** An answer that is a file. */
export function file(contentType: string, description: string): FileAnswer {
  const schema = z.custom<FileBytes>().meta({ type: 'string', format: 'binary' });
  return { description, content: { [contentType]: { schema } } };
}

/** An answer that is a paper, in one of these file types. */
export function paperFile(description: string, ...types: readonly FileExtension[]): FileAnswer {
  const contents = types.map((type) => file(fileTypes[type], '').content);
  return { description, content: Object.assign({}, ...contents) };
}

/** The id of something, as it is written in an address. */
export const oneId = z.object({ id: z.coerce.number<number>().int().positive() });
/** At most so many entries of a list. */
export const limit = z.coerce.number<number>().int().min(1).max(500).default(100);
