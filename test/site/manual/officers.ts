import type { BrowserContext } from 'playwright';
import type { Role } from '../../../campaigns/offices/role.ts';
import type { ManualPage } from '../../../site/manual/task.ts';
import type { ConsoleService } from '../console/console-fixture.ts';
import { makeVendorLink, placeLiftedOrder } from '../console/lifted-order.ts';

/** Whose console each page of the manual shows; a printer has none. */
const offices: Readonly<Record<Exclude<ManualPage, 'vendor'>, [role: Role, area?: string]>> = {
  district: ['district', 'mahoba'],
  zone: ['zone', 'prayagraj'],
  hq: ['hq'],
  'pro-dgp': ['pro-dgp'],
  branch: ['branch', 'iteccs'],
  admin: ['admin'],
};

/** Gives a browser the session of the page's officer. */
export async function signInFor(
  page: Exclude<ManualPage, 'vendor'>,
  service: ConsoleService,
  context: BrowserContext,
): Promise<void> {
  await context.addCookies(await service.officer(...offices[page]));
}

/** Places an order as the district does, and makes the link that its printer gets. */
export async function orderAndMakeLink(
  service: ConsoleService,
  context: BrowserContext,
): Promise<string> {
  await signInFor('district', service, context);
  const district = 'mahoba';
  const { files } = await (
    await context.request.get(`/api/print-approvals?district=${district}`)
  ).json();
  const boards = files.filter(({ artwork }: { artwork: string }) => artwork === 'board');
  const cookies = await context.cookies();
  await placeLiftedOrder(service, cookies, {
    district,
    vendor: 'SAMPLE श्री बालाजी फ़्लेक्स',
    dueOn: '2019-04-25',
    gstPercent: 18,
    lines: boards.slice(0, 3).map(({ path, sha256 }: { path: string; sha256: string }) => ({
      path,
      sha256,
      quantity: 1,
      unit: 'sq-ft',
      ratePaise: 1_850,
      place: 'मुख्य द्वार',
    })),
  });
  return makeVendorLink(service, cookies, { district, order: null });
}
