import { describe, expect, it } from 'vitest';
import {
  account,
  failure,
  inMinutes,
  openContract,
  root,
  to,
  viaNumber,
  viaService,
} from './emulator-contract.ts';

// The official SDK against the emulator: what differs from Twilio is a fault of the emulator.
const place = openContract();

describe('the list of messages', () => {
  const bodies = (messages: { body: string }[]) => messages.map(({ body }) => body);
  async function make(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      await place.client.messages.create({ ...viaNumber, body: `Text ${index}` });
    }
  }
  it('is newest first, of all numbers or of one', async () => {
    await place.client.messages.create({ ...viaNumber, to: '+919876500000', body: 'Other' });
    await make(2);
    expect(bodies(await place.client.messages.list())).toEqual(['Text 1', 'Text 0', 'Other']);
    expect(bodies(await place.client.messages.list({ to }))).toEqual(['Text 1', 'Text 0']);
  });
  it('can be asked by sender', async () => {
    await place.client.messages.create({ ...viaNumber, from: 'UPPOLC', body: 'From the header' });
    await make(1);
    expect(bodies(await place.client.messages.list({ from: 'UPPOLC' }))).toEqual([
      'From the header',
    ]);
    expect(bodies(await place.client.messages.list({ from: '+12025550199' }))).toEqual([]);
  });
  it.each([
    { label: 'today', filter: () => ({ dateSent: new Date() }), found: 1 },
    { label: 'another day', filter: () => ({ dateSent: inMinutes(-3 * 1440) }), found: 0 },
    { label: 'after a while ago', filter: () => ({ dateSentAfter: inMinutes(-5) }), found: 1 },
    { label: 'after the next minutes', filter: () => ({ dateSentAfter: inMinutes(5) }), found: 0 },
    {
      label: 'before the next minutes',
      filter: () => ({ dateSentBefore: inMinutes(5) }),
      found: 1,
    },
    { label: 'before a while ago', filter: () => ({ dateSentBefore: inMinutes(-5) }), found: 0 },
  ])('can be asked by the date on which they were sent: $label', async ({ filter, found }) => {
    await make(1);
    await place.client.messages.create({
      ...viaService,
      scheduleType: 'fixed',
      sendAt: inMinutes(9),
    });
    await place.emulator.settled();
    expect(await place.client.messages.list(filter())).toHaveLength(found);
  });
  it('comes in pages that lead to each other and count their entries', async () => {
    await make(5);
    const first = await place.client.messages.page({ to, pageSize: 2 });
    expect(bodies(first.instances)).toEqual(['Text 4', 'Text 3']);
    expect(first.previousPageUrl).toBeUndefined();
    const second = await first.nextPage();
    const third = await second?.nextPage();
    expect(bodies(second?.instances ?? [])).toEqual(['Text 2', 'Text 1']);
    expect(bodies(third?.instances ?? [])).toEqual(['Text 0']);
    expect(third?.nextPageUrl).toBeUndefined();
    const back = await third?.previousPage();
    expect(bodies(back?.instances ?? [])).toEqual(['Text 2', 'Text 1']);
  });
  it('does not shift when a message arrives between two pages', async () => {
    await make(4);
    const first = await place.client.messages.page({ to, pageSize: 2 });
    await place.client.messages.create({ ...viaNumber, body: 'Late' });
    const second = await first.nextPage();
    expect(bodies(second?.instances ?? [])).toEqual(['Text 1', 'Text 0']);
  });
  it('has the fields of Twilio’s envelope', async () => {
    await make(3);
    const query = `To=${encodeURIComponent(to)}&PageSize=2`;
    const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
    const response = await fetch(`${place.emulator.url}${root}/Messages.json?${query}`, {
      headers: { authorization },
    });
    const envelope = (await response.json()) as Record<string, unknown>;
    expect(envelope).toMatchObject({
      page: 0,
      page_size: 2,
      start: 0,
      end: 1,
      previous_page_uri: null,
      first_page_uri: `${root}/Messages.json?${query}&Page=0`,
      uri: `${root}/Messages.json?${query}&Page=0`,
      next_page_uri: expect.stringMatching(/[?&]Page=1&PageToken=PASM[0-9a-f]{32}$/),
    });
    const [message] = envelope.messages as { date_created: string }[];
    expect(message?.date_created).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  });
  it('refuses pages above 1000 and tokens of nothing', async () => {
    expect(await failure(place.client.messages.page({ pageSize: 1001 }))).toMatchObject({
      status: 400,
      code: 20007,
    });
    expect(await failure(place.client.messages.page({ pageToken: 'PASM1' }))).toMatchObject({
      code: 21481,
    });
    expect((await place.client.messages.page({ pageSize: 1000 })).instances).toEqual([]);
  });
});
