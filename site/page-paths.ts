import { languagePaths } from './i18n/language.ts';

/**
 * Routes of pages that share one file, `[...language]/[<param>].astro`.
 * @param param takes the name that is in the address of each page: `about` of `/about/`
 */
export function sharedPaths<Page extends { path: string }>(param: string, pages: readonly Page[]) {
  return pages.flatMap((page) =>
    languagePaths(page.path).map(({ params, props }) => ({
      params: { ...params, [param]: page.path.slice(1, -1) },
      props: { ...props, page },
    })),
  );
}
