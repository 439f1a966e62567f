import { describe, expect, test } from 'vitest';
import { listFields } from '../../../../messaging/platform/http/api-docs.ts';
import { borrowRouteConsole } from '../../fixtures/route-console.ts';

interface Operation {
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

describe('the contract', async () => {
  const { service } = await borrowRouteConsole();

  const apiRoutes = () =>
    service.app.routeRules.filter(
      ({ method, url }) =>
        method !== 'HEAD' && url.startsWith('/api/') && !url.startsWith('/api/docs'),
    );

  test('documents what every route of the API answers when all is well, and when not', async () => {
    const { paths } = (await service.app.inject('/api/docs.json')).json<{
      paths: Record<string, Record<string, Operation>>;
    }>();
    expect(apiRoutes().length).toBeGreaterThan(60);
    for (const { method, url, access } of apiRoutes()) {
      const name = `${method} ${url}`;
      const operation = paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const answers = Object.entries(operation?.responses ?? {});
      const good = answers.filter(([status]) => /^2/.test(status));
      expect(good.length, name).toBeGreaterThan(0);
      for (const [status, { description, content }] of good) {
        if (status === '204') expect(description, name).toBe('Done');
        else {
          const schemas = Object.values(content ?? {}).map(({ schema }) => schema);
          expect(schemas.length, `${name} ${status}`).toBeGreaterThan(0);
          for (const schema of schemas) expect(schema, name).not.toEqual({});
        }
      }
      if (access === 'public') continue;
      const statuses = answers.map(([status]) => status);
      expect(statuses, name).toEqual(expect.arrayContaining(['401', '403']));
    }
  });

  test('shows fields and answers of a route on its page', async () => {
    const { body } = await service.app.inject('/api/docs');
    const [, blast = ''] = body.split('<code>GET /api/blasts/{id}</code>');
    const [own = ''] = blast.split('</details>');
    expect(own).toContain('<code>blast.pauseReason</code>');
    expect(own).toContain(
      '&quot;halting-code&quot; | &quot;budget&quot; | &quot;missed&quot; | &quot;call-changed&quot; | &quot;plan-changed&quot; | &quot;trial&quot; | &quot;restored&quot; | null',
    );
    expect(own).toContain('<strong>404</strong>');
    expect(body).toContain('application/pdf');
  });
});

describe('a table of fields', () => {
  test.each([
    ['an object', { properties: { a: { type: 'string' } } }, ['a?: string']],
    [
      'a list in an object',
      { required: ['a'], properties: { a: { items: { properties: { b: { format: 'uri' } } } } } },
      ['a: anything[]', 'a[].b?: uri'],
    ],
    [
      'choices',
      {
        oneOf: [
          { required: ['kind'], properties: { kind: { const: 'x' } } },
          { required: ['kind'], properties: { kind: { const: 'y' }, z: { type: 'integer' } } },
        ],
      },
      ['kind: "x" | "y"', 'z?: integer'],
    ],
    [
      'values by name',
      { properties: { a: { additionalProperties: { nullable: true, enum: ['x'] } } } },
      ['a?: each "x" | null'],
    ],
    ['nothing', {}, []],
  ])('of %s', (_label, schema, expected) => {
    expect(listFields(schema).map(({ name, type }) => `${name}: ${type}`)).toEqual(expected);
  });
});
