import type { Answer } from '../../../messaging/contract/contract.ts';
import type { ConsoleService } from './console-fixture.ts';

type Cookies = readonly { name: string; value: string }[];

type Service = Pick<ConsoleService, 'url' | 'officer'>;

/** Orders in the name of a district whose printing HQ holds: HQ lifts its hold for this order. */
export async function placeLiftedOrder(
  service: Service,
  district: Cookies,
  content: object,
): Promise<Answer<'GET /api/purchase-orders/:id'>> {
  const { id } = await post(service, district, { path: '/api/order-requests', body: content });
  await liftHold(service, id);
  return post(service, district, { path: `/api/order-requests/${id}/order` });
}

/** HQ lifts its hold on printing for what a district asked for. */
export async function liftHold(service: Service, request: number): Promise<void> {
  await post(service, await service.officer('hq'), {
    path: `/api/order-requests/${request}/answer`,
    body: { lifted: true, reason: 'नमूना' },
  });
}

/** @returns the path of a printer's link to an order, or with null to all of the district */
export async function makeVendorLink(
  service: Service,
  officer: Cookies,
  body: { district: string; order: number | null },
): Promise<string> {
  const { url } = await post(service, officer, { path: '/api/vendor-links', body });
  return new URL(url).pathname;
}

async function post(
  { url }: Service,
  officer: Cookies,
  { path, body = {} }: { path: string; body?: object },
) {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: {
      origin: url,
      cookie: officer.map(({ name, value }) => `${name}=${value}`).join('; '),
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Expected ${path} to be done, got ${await answer.text()}`);
  return answer.json();
}
