import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Role } from '../../../campaigns/offices/role.ts';
import { openBrowser, screens } from '../browser.ts';
import { type ConsoleService, type Session, startConsole } from './console-fixture.ts';
import { collectFaults } from './officers.ts';
import { countQuestions } from './settled.ts';

/** Somebody who is signed in: a session that there is, or a new officer; null for a stranger. */
type Office = readonly [role: Role, area?: string];
type Visitor = Session | Office | null;
type Device = (typeof screens)[keyof typeof screens];

interface Console {
  service: ConsoleService;
  browser: Browser;
  /** A device of its own, on which the visitor is signed in. */
  openDevice(visitor: Visitor, device?: Device): Promise<BrowserContext>;
  /** A page of it at a path. */
  open(visitor: Visitor, path: string, device?: Device): Promise<Page>;
  /** Another officer of headquarters accepts the latest act of a kind that waits. */
  acceptHeld(kind: string): Promise<void>;
}

/**
 * The console of a test file. What a test opens is closed when the test ends; what is opened before the first stays for all.
 * A fault that any page reports fails the test in which it does.
 */
export function setUpConsole(start: () => Promise<ConsoleService> = startConsole): Console {
  let opened: BrowserContext[] = [];
  const faults: string[][] = [];
  const own = {} as Console;
  own.openDevice = async (visitor, device = screens.phone) => {
    const baseURL = own.service.url;
    const context = await own.browser.newContext({ ...device, baseURL });
    opened.push(context);
    context.on('page', (page) => faults.push(collectFaults(page)));
    await countQuestions(context);
    if (visitor !== null)
      await context.addCookies(isOffice(visitor) ? await own.service.officer(...visitor) : visitor);
    return context;
  };
  own.open = async (visitor, path, device) => {
    const page = await (await own.openDevice(visitor, device)).newPage();
    await page.goto(path);
    return page;
  };
  own.acceptHeld = async (kind) => {
    const { request } = await own.openDevice(['hq']);
    const acts: { id: number; kind: string }[] = await (await request.get('/api/held-acts')).json();
    const id = acts.find((act) => act.kind === kind)?.id;
    const headers = { origin: own.service.url };
    const answer = await request.post(`/api/held-acts/${id}/accept`, { headers, data: {} });
    expect([kind, answer.status()]).toEqual([kind, 204]);
  };
  beforeAll(async () => {
    [own.service, own.browser] = await Promise.all([start(), openBrowser()]);
  });
  beforeEach(() => {
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((context) => context.close()));
    expect(faults.flatMap((each) => each.splice(0))).toEqual([]);
  });
  afterAll(async () => {
    await own.browser.close();
    await own.service.close();
  });
  return own;
}

const isOffice = (visitor: Session | Office): visitor is Office => typeof visitor[0] === 'string';
