import type { z } from 'zod';
import { textKinds } from '../../../campaigns/text-types.ts';

export interface Text {
  path: string;
  schema: z.ZodType;
}

/** Texts within a schema, found by zod's own definitions; a kind of schema that is not known here fails the test. */
export function textsIn(schema: z.core.$ZodType | undefined, path: string): Text[] {
  if (schema === undefined) return [];
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'object':
      return [
        ...Object.entries(def.shape).flatMap(([key, field]) => textsIn(field, `${path}.${key}`)),
        ...textsIn(def.catchall, `${path}.*`),
      ];
    case 'array':
      return textsIn(def.element, `${path}[]`);
    case 'record':
      return [...textsIn(def.keyType, `${path}{key}`), ...textsIn(def.valueType, `${path}{}`)];
    case 'union':
      return def.options.flatMap((option) => textsIn(option, path));
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
    case 'catch':
      return textsIn(def.innerType, path);
    case 'pipe':
      // What comes of the text is what is stored.
      return textsIn(def.out._zod.def.type === 'transform' ? def.in : def.out, path);
    case 'string':
    case 'unknown':
      return [{ path, schema: schema as z.ZodType }];
    case 'number':
    case 'boolean':
    case 'date':
    case 'enum':
    case 'literal':
    case 'undefined':
    case 'null':
    case 'never':
    case 'transform':
      return [];
    default:
      throw new Error(`Expected a kind of schema that is known at ${path}, got ${def.type}`);
  }
}

export function isOfKind(schema: z.ZodType): string | undefined {
  return textKinds.get(schema)?.kind;
}
