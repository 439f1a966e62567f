import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { appSiteAssociation, assetLinks, intentFilter } from '../../site/app-links.ts';

const known = {
  playPackage: 'org.example.app',
  certificates: [
    Array.from({ length: 32 }, (_, at) => at.toString(16).padStart(2, '0'))
      .join(':')
      .toUpperCase(),
  ],
  appleAppId: 'ABCDE12345.org.example.app',
};

/** As Google's statement list is defined: others are dropped without a word. */
const statements = z.array(
  z.strictObject({
    relation: z.array(z.string().regex(/^[a-z0-9_.]+\/[a-z0-9_.]+$/)).nonempty(),
    target: z.strictObject({
      namespace: z.literal('android_app'),
      package_name: z.string().regex(/^[a-zA-Z][\w]*(\.[a-zA-Z][\w]*)+$/),
      sha256_cert_fingerprints: z
        .array(z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/))
        .nonempty(),
    }),
  }),
);
/** As Apple's `applinks` is defined. */
const association = z.strictObject({
  applinks: z.strictObject({
    details: z.array(
      z.strictObject({
        appIDs: z.array(z.string().regex(/^[A-Z0-9]{10}\.[\w.-]+$/)).nonempty(),
        components: z.array(
          z.strictObject({ '/': z.string().startsWith('/'), exclude: z.boolean().optional() }),
        ),
      }),
    ),
  }),
});

/** Whether iOS opens a path in the app: the first component that fits decides; `*` is any text, `?` any sign. */
function opensInApp(file: z.infer<typeof association>, path: string): boolean {
  const found = file.applinks.details[0]?.components.find(({ '/': pattern }) => {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(path);
  });
  return found !== undefined && found.exclude !== true;
}

test('Android finds the app by its package and certificates', () => {
  expect(statements.parse(assetLinks(known))[0]?.target.package_name).toBe('org.example.app');
});

test.each([
  ['/get/', true],
  ['/en/get/', true],
  ['/Q17SN0N', false],
  ['/Q17SN0N/', false],
  ['/v/abc', false],
  ['/progress/', false],
  ['/console/', false],
])('iOS opens %s in the app: %s', (path, isOpened) => {
  const file = association.parse(appSiteAssociation(known));
  expect(opensInApp(file, path)).toBe(isOpened);
});

test('the manifest takes the same paths, and no printed code', () => {
  const filter = intentFilter('upcop.example');
  expect([...filter.matchAll(/pathPrefix="([^"]+)"/g)].map(([, path]) => path)).toEqual([
    '/get/',
    '/en/get/',
  ]);
  expect(filter).toContain('android:host="upcop.example"');
});

test('while the team has told nothing, both files are right and name no app', () => {
  const { app } = loadCampaign('up-cop');
  expect(statements.parse(assetLinks(app))).toEqual([]);
  expect(association.parse(appSiteAssociation(app)).applinks.details).toEqual([]);
});
