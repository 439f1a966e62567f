import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Role, roles } from '../../../../campaigns/offices/role.ts';
import type { RouteRule } from '../../../../messaging/platform/http/access.ts';
import { ofService } from '../../../../site/dev-addresses.ts';
import { type Browser, createTestConsole } from '../../fixtures/console.ts';
import { borrowRouteConsole } from '../../fixtures/route-console.ts';

// What is meant, written down apart from the routes: a route that is new, or whose rule changes, has to be
// entered here by somebody who thought about it.
const everybody = 'public';
/** Open to everybody who bears a gateway's signature; no officer's session stands in for it. */
const signed = 'signed';
const drafters = 'district hq pro-dgp';
const officers = 'district range zone hq pro-dgp branch admin';
/** Roles that read the figures of the console. */
const readers = 'district range zone hq pro-dgp admin';
const owing = 'district range zone hq pro-dgp branch';
const intentions: Readonly<Record<string, string>> = {
  'GET /q/': everybody,
  'GET /q/:code': everybody,
  'GET /q/:code/': everybody,
  'GET /Q/:code': everybody,
  'GET /Q/:code/': everybody,
  'GET /q:code(^[^/.]{4,24}$)': everybody,
  'GET /q:code(^[^/.]{4,24}$)/': everybody,
  'GET /Q:code(^[^/.]{4,24}$)': everybody,
  'GET /Q:code(^[^/.]{4,24}$)/': everybody,
  'GET /healthz': everybody,
  'GET /api/print-kit': everybody,
  'GET /api/station-pack': everybody,
  'GET /readyz': everybody,
  'GET /metrics': everybody,
  'GET /service/mukta-400.woff2': everybody,
  'GET /service/mukta-600.woff2': everybody,
  'GET /service/mukta-gujarati-400.woff2': everybody,
  'GET /service/mukta-gujarati-600.woff2': everybody,
  'GET /service/mukta-latin-400.woff2': everybody,
  'GET /service/mukta-latin-600.woff2': everybody,
  'GET /api/docs.json': everybody,
  'GET /api/docs': everybody,
  'GET /files/*': everybody,
  'GET /*': everybody,
  'GET /': everybody,
  'POST /api/sign-in': everybody,
  'POST /api/sign-in/second-factor': everybody,
  'GET /api/sign-in/ways': everybody,
  'POST /api/sign-in/provider/begin': everybody,
  'POST /api/sign-in/provider': everybody,
  'POST /api/sign-in/provider/sign-out': everybody,
  'POST /api/invitations/read': everybody,
  'POST /api/invitations/accept': everybody,
  'POST /api/sign-out': officers,
  'GET /api/events': officers,
  'GET /api/home': officers,
  'GET /api/me': officers,
  'GET /api/me/passkeys': officers,
  'POST /api/me/passkeys/begin': officers,
  'POST /api/me/passkeys': officers,
  'POST /api/me/passkeys/:id/remove': officers,
  'POST /api/sign-in/passkey/begin': everybody,
  'POST /api/sign-in/passkey': everybody,
  'GET /api/me/sessions': officers,
  'POST /api/me/sessions/:id/end': officers,
  'POST /api/me/notices/seen': officers,
  'POST /api/me/password': officers,
  'POST /api/me/second-factor': officers,
  'POST /api/me/second-factor/confirm': officers,
  'POST /api/me/second-factor/backup-codes': officers,
  'POST /api/print-orders/:district/:station/:format': readers,
  'GET /api/print-orders/:district/:station/:format': readers,
  'GET /api/kit': officers,
  'GET /api/progress': everybody,
  'GET /api/progress/days': everybody,
  'GET /api/progress/days/:day': everybody,
  'GET /api/progress/events': everybody,
  'POST /api/installs': everybody,
  'GET /api/install-keys': 'admin',
  'POST /api/install-keys': 'admin',
  'POST /api/install-keys/:id/revoke': 'admin',
  'POST /api/install-keys/:id/discard': 'admin',
  'GET /api/public/progress.json': everybody,
  'GET /api/public/board-draws.json': everybody,
  'GET /api/public/progress.schema.json': everybody,
  'GET /api/public/progress.csv': everybody,
  'GET /api/public/audit-heads.csv': everybody,
  'GET /api/public/districts.csv': everybody,
  'GET /api/public/charts/:picture': everybody,
  'GET /embed/:chart/': everybody,
  'GET /en/embed/:chart/': everybody,
  'GET /api/activities/forms': 'district range zone hq pro-dgp branch',
  'GET /api/activities/list-form/:kind': 'district range zone hq pro-dgp branch',
  'GET /api/activities/checklist': 'district range zone hq pro-dgp branch',
  'GET /api/activities': 'district range zone hq pro-dgp branch',
  'GET /api/activities/:id': 'district range zone hq pro-dgp branch',
  'GET /api/activities/:id/photo': 'district range zone hq pro-dgp branch',
  'GET /api/activities/export/:kind': 'district range zone hq pro-dgp branch',
  'GET /api/activities/:id/attachments/:field': 'district range zone hq pro-dgp branch',
  'POST /api/activities/:id/attachments/:field': 'district hq pro-dgp branch',
  'POST /api/activities/:id/attachments/:field/delete': 'district hq pro-dgp branch',
  'POST /api/activities': 'district hq pro-dgp branch',
  'POST /api/activities/list': 'district hq pro-dgp branch',
  'PUT /api/activities/:id': 'district hq pro-dgp branch',
  'POST /api/activities/boards': 'district hq pro-dgp branch',
  'GET /api/activities/photos/:sha256': 'district range zone hq pro-dgp branch',
  'POST /api/activities/:id/withdraw': 'district hq pro-dgp branch',
  'POST /api/activities/:id/restore': 'district hq pro-dgp branch',
  'POST /api/activities/:id/approve': 'zone hq',
  'POST /api/activities/:id/reject': 'zone hq',
  'POST /api/activities/decide': 'zone hq',
  'GET /api/held-acts': `${owing} admin`,
  // The kind of each act says who decides on it.
  'POST /api/held-acts/:id/accept': `${owing} admin`,
  'POST /api/held-acts/:id/refuse': `${owing} admin`,
  'POST /api/held-acts/:id/withdraw': `${owing} admin`,
  'GET /api/review-note': readers,
  'GET /api/compliance-report': 'zone hq',
  'GET /api/review-notes': readers,
  'GET /api/review-notes/:month': readers,
  'GET /api/directions': owing,
  'GET /api/directions/occurrences': owing,
  'GET /api/directions/matrix': owing,
  'GET /api/directions/occurrence': owing,
  'PUT /api/directions/occurrence': owing,
  'POST /api/directions/occurrence/submit': owing,
  // The zone forwards and returns; HQ accepts, sets aside and opens again.
  'POST /api/directions/occurrence/decide': owing,
  'POST /api/directions/files': owing,
  'GET /api/directions/files/:id': owing,
  'POST /api/directions/files/:id/remove': owing,
  'GET /api/directions/events': owing,
  'POST /api/directions/events': 'district zone hq',
  'POST /api/directions/events/:id/withdraw': 'district zone hq',
  'POST /api/directions/occurrences/decide': owing,
  'POST /api/directions/takeover': 'hq',
  'POST /api/directions/apps': 'hq',
  'GET /api/directions/app-requests': owing,
  'POST /api/directions/app-requests': owing,
  'POST /api/directions/app-requests/:id/support': 'zone hq',
  'POST /api/directions/app-requests/:id/approve': 'hq',
  'POST /api/directions/app-requests/:id/refuse': 'hq',
  'POST /api/directions/bases': 'hq',
  'GET /calendar/:file': everybody,
  'GET /api/directions/calendars': officers,
  'POST /api/directions/calendars': owing,
  'POST /api/directions/calendars/:id/revoke': officers,
  'GET /api/directions/meetings': 'hq',
  'GET /api/directions/meetings/:id': 'hq',
  'POST /api/directions/meetings': 'hq',
  'POST /api/directions/points/:id/check': 'hq',
  'POST /api/directions/points/:id/drop': 'hq',
  'GET /api/press-notes': 'district range zone hq pro-dgp',
  'GET /api/press-notes/form': 'district range zone hq pro-dgp',
  'GET /api/press-notes/:id': 'district range zone hq pro-dgp',
  'GET /api/press-notes/:id/file': 'district range zone hq pro-dgp',
  'POST /api/press-notes': 'district',
  'PUT /api/press-notes/:id': 'district',
  'POST /api/press-notes/:id/submit': 'district',
  'POST /api/press-notes/:id/issue': 'district',
  'POST /api/press-notes/:id/cancel': 'district',
  'POST /api/press-notes/:id/appearances': 'district',
  'POST /api/press-notes/:id/appearances/:appearance/cutting': 'district',
  'GET /api/press-notes/:id/appearances/:appearance/cutting': 'district range zone hq pro-dgp',
  // The second officer.
  'POST /api/press-notes/:id/read': 'district zone hq',
  'POST /api/press-notes/:id/return': 'district zone hq',
  'GET /api/studio': 'hq pro-dgp admin',
  'POST /api/studio/drafts': 'hq pro-dgp',
  'GET /api/studio/drafts/:id': 'hq pro-dgp admin',
  'PUT /api/studio/drafts/:id': 'hq pro-dgp',
  'POST /api/studio/drafts/:id/emblem': 'hq pro-dgp',
  'POST /api/studio/drafts/:id/emblem/reset': 'hq pro-dgp',
  'POST /api/studio/drafts/:id/rebase': 'hq pro-dgp',
  'POST /api/studio/drafts/:id/submit': 'hq pro-dgp',
  'POST /api/studio/drafts/:id/withdraw': 'hq pro-dgp',
  'POST /api/studio/drafts/:id/discard': 'hq pro-dgp',
  'POST /api/studio/versions/:id/roll-back': 'hq pro-dgp',
  'POST /api/studio/host-check': 'hq pro-dgp',
  // The second officer; the administrator where HQ has no other account.
  'POST /api/studio/drafts/:id/approve': 'hq admin',
  'POST /api/studio/drafts/:id/return': 'hq admin',
  'GET /api/studio/detours': 'hq pro-dgp admin',
  'POST /api/studio/detours': 'hq pro-dgp',
  'POST /api/studio/detours/:id/approve': 'hq admin',
  'POST /api/studio/detours/:id/return': 'hq admin',
  'POST /api/studio/detours/:id/withdraw': 'hq pro-dgp',
  'POST /api/studio/detours/:id/end': 'hq pro-dgp',
  'GET /api/reports': 'hq',
  'POST /api/reports': 'hq',
  'POST /api/reports/figures': 'hq',
  'POST /api/reports/:id/withdraw': 'hq',
  'GET /api/blasts': drafters,
  'GET /api/blasts/:id': drafters,
  'POST /api/blasts/:id/operator-pack.zip': drafters,
  'GET /api/blasts/:id/report.csv': drafters,
  'GET /api/blasts/:id/report.xlsx': drafters,
  'GET /api/blasts/:id/report.pdf': drafters,
  'GET /api/blasts/:id/dry-run': drafters,
  'POST /api/blasts': drafters,
  'PUT /api/blasts/:id': drafters,
  'POST /api/blasts/:id/submit': drafters,
  'POST /api/blasts/:id/withdraw': drafters,
  'POST /api/blasts/:id/retry': drafters,
  // Only who signs in with a second factor.
  'POST /api/blasts/:id/test': 'district hq pro-dgp',
  'GET /api/test-number': 'district hq pro-dgp',
  'POST /api/test-number': 'district hq pro-dgp',
  'POST /api/test-number/confirm': 'district hq pro-dgp',
  'POST /api/test-number/delete': 'district hq pro-dgp',
  'POST /api/blasts/:id/approve': 'hq',
  'POST /api/blasts/:id/reject': 'hq',
  'POST /api/blasts/:id/unknown': 'hq',
  'POST /api/blasts/:id/confirm-canary': 'hq',
  'POST /api/blasts/:id/decide-trial': 'hq',
  'POST /api/blasts/:id/budget': 'hq',
  'POST /api/blasts/:id/pause': 'hq pro-dgp',
  'POST /api/blasts/:id/resume': 'hq pro-dgp',
  'POST /api/blasts/:id/stop': 'hq pro-dgp',
  'POST /api/blasts/:id/series/skip': 'hq pro-dgp',
  'POST /api/blasts/:id/series/stop': 'hq pro-dgp',
  'GET /api/blasts/:id/receipt-files': 'hq pro-dgp',
  'POST /api/blasts/:id/receipt-files': 'hq pro-dgp',
  'POST /api/blasts/:id/receipt-files/:file/apply': 'hq pro-dgp',
  'POST /api/blasts/:id/receipt-files/:file/discard': 'hq pro-dgp',
  'GET /api/blasts/:id/receipt-files/:file/faults.csv': 'hq pro-dgp',
  'GET /api/audiences': drafters,
  'GET /api/audiences/:id': drafters,
  'GET /api/audiences/:id/rejects.csv': drafters,
  'POST /api/audiences': drafters,
  'POST /api/audiences/:id/whatsapp-opt-in': drafters,
  'GET /api/templates': drafters,
  'POST /api/templates/check': drafters,
  'GET /api/code-shares': 'district hq pro-dgp',
  'POST /api/code-shares': 'hq',
  'GET /api/gateways': 'district hq pro-dgp admin',
  'GET /api/do-not-disturb': drafters,
  'POST /api/do-not-disturb': 'hq',
  'GET /api/target-groups': drafters,
  'POST /api/target-groups': drafters,
  'GET /api/target-groups/:id/count': drafters,
  'POST /api/target-groups/:id/remove': drafters,
  'GET /api/number-operators': drafters,
  'POST /api/number-operators': 'hq',
  'GET /api/operator-reports': drafters,
  'POST /api/operator-reports': 'hq pro-dgp',
  'GET /api/opt-outs': 'hq pro-dgp',
  'POST /api/opt-outs/add': 'hq pro-dgp',
  'POST /api/opt-outs/remove': 'hq pro-dgp',
  'POST /api/numbers/look-up': 'hq pro-dgp',
  'POST /api/numbers/delete': 'hq pro-dgp',
  'GET /api/takes': 'hq pro-dgp',
  'POST /api/takes/:script': 'hq pro-dgp',
  'POST /api/takes/:id/withdraw': 'hq pro-dgp',
  'GET /api/takes/:id/:format': 'hq pro-dgp',
  'GET /api/stations/:district': 'district range zone hq',
  'GET /api/stations': 'district range zone hq',
  'GET /api/name-reports': 'district range zone hq',
  'POST /api/stations/:district/corrections': 'district',
  'POST /api/stations/:district/:station/undo': 'district',
  'POST /api/stations/:district/:station/hold': 'hq',
  'POST /api/stations/:district/:station/fields': 'district',
  'GET /api/stations/:district/form': 'district',
  'POST /api/stations/:district/list': 'district',
  'POST /api/name-reports/:id/dismiss': 'district',
  'POST /api/public/name-reports': everybody,
  'POST /api/proofs/station': 'district hq pro-dgp',
  'POST /api/proofs/campaign': 'hq pro-dgp',
  'GET /api/print-approvals': 'district hq',
  'POST /api/print-approvals': 'district',
  'POST /api/print-approvals/rule': 'hq',
  'GET /api/purchase-orders': 'district hq',
  'GET /api/purchase-orders/:id': 'district hq',
  'POST /api/purchase-orders': 'district',
  'GET /api/order-requests': 'district hq',
  'POST /api/order-requests': 'district',
  'POST /api/order-requests/:id/answer': 'hq',
  'POST /api/order-requests/:id/withdraw': 'district',
  'POST /api/order-requests/:id/order': 'district',
  'GET /api/order-quantities': 'district',
  'POST /api/order-quantities': 'district',
  'POST /api/purchase-orders/:id/reprint': 'district',
  'POST /api/purchase-orders/:id/hold': 'hq',
  'POST /api/purchase-orders/:id/cancel': 'district',
  'GET /api/purchase-orders/:id/papers/:paper': 'district hq',
  'POST /api/parcels/:code/mark': 'district',
  'POST /api/parcels/:code/undo': 'district',
  'GET /api/board-dates': 'district range zone hq pro-dgp branch',
  'GET /api/vendor-links': 'district hq',
  'POST /api/vendor-links': 'district',
  'POST /api/vendor-links/:id/revoke': 'district',
  // Open to holders of the secret, or of the label of a parcel: the pages themselves look at who may mark what.
  'GET /v/:token': everybody,
  'GET /v/:token/files/*': everybody,
  'GET /v/:token/orders/:id/files.zip': everybody,
  'GET /v/:token/orders/:id/papers/:paper': everybody,
  'POST /v/:token/parcels/:code/:step': everybody,
  'POST /v/:token/orders/:id/:step': everybody,
  'GET /p/:code': everybody,
  'POST /p/:code/:step': everybody,
  'GET /api/radio/spots': everybody,
  'GET /voice/takes/:file': everybody,
  'GET /voice/audio/:file': everybody,
  'POST /voice/twilio/:reference': signed,
  'POST /voice/twilio/:reference/key': signed,
  'POST /voice/twilio/missed': signed,
  // The token of a phone is the key.
  'GET /q/:token(^[0-9A-Za-z]{12}$)': everybody,
  'POST /q/:token(^[0-9A-Za-z]{12}$)': everybody,
  'GET /voice/exotel/:token/menu': signed,
  'GET /voice/exotel/:token/key': signed,
  'GET /voice/exotel/:token/missed': signed,
  'GET /voice/exotel/:token/said': signed,
  'POST /webhooks/exotel/:token/replies': signed,
  'POST /webhooks/exotel/:token/calls/:reference': signed,
  'POST /webhooks/exotel/:token/messages/:reference': signed,
  'POST /webhooks/twilio/calls/:reference': signed,
  'POST /webhooks/twilio/messages/:reference': signed,
  'POST /webhooks/twilio/replies': signed,
  'GET /webhooks/meta': signed,
  'POST /webhooks/meta': signed,
  'GET /api/people': 'hq admin',
  'POST /api/people/invitations': 'hq admin',
  'GET /api/people/invitations': 'hq admin',
  'POST /api/people/invitations/:id/renew': 'hq admin',
  'POST /api/people/invitations/:id/withdraw': 'hq admin',
  'POST /api/people/invitations/check': 'hq admin',
  'POST /api/people/invitations/many': 'hq admin',
  'POST /api/people/invitations/sheet': 'hq admin',
  'POST /api/people/:id/office': 'admin',
  'POST /api/people/:id/deactivate': 'admin',
  'POST /api/people/:id/reactivate': 'admin',
  'POST /api/people/:id/reset-second-factor': 'admin',
  'POST /api/people/:id/password-link': 'admin',
  'POST /api/people/:id/unlink': 'admin',
  'POST /api/people/:id/transfer': 'admin',
  'GET /api/deputies': 'hq admin',
  'POST /api/deputies': 'admin',
  'POST /api/deputies/:id/end': 'admin',
  'POST /api/me/stand-in': officers,
  'POST /api/people/:id/confirm': 'hq admin',
  'GET /api/alerts': 'hq pro-dgp admin',
  'POST /api/alerts/:id/acknowledge': 'hq pro-dgp admin',
  'GET /api/mail/letters': 'hq pro-dgp admin',
  'GET /api/mail/letters/:id': 'hq pro-dgp admin',
  'GET /api/mail/letters/:id/view': 'hq pro-dgp admin',
  'POST /api/mail/letters/:id/decide': 'hq pro-dgp admin',
  'POST /api/mail/letters/:id/resend': 'hq pro-dgp admin',
  'POST /api/mail/invitations': 'hq admin',
  'GET /api/me/mail': officers,
  'PUT /api/me/mail': officers,
  // The signed address is the key: a mail program has no session.
  'GET /api/mail/unsubscribe/:token': everybody,
  'POST /api/mail/unsubscribe/:token': everybody,
  'GET /api/mailings/:kind': 'hq pro-dgp',
  'GET /api/mailings/:kind/view': 'hq pro-dgp',
  'POST /api/mailings/:kind': 'hq pro-dgp',
  'GET /api/stations/:district/:station/record': 'district range zone hq',
  'GET /api/board-draws': 'range zone hq',
  'POST /api/captures': 'district range zone hq',
  'POST /api/captures/:id/told': 'district range zone hq',
  'POST /api/captures/:id/far': 'district range zone hq',
  'POST /api/captures/:id/inspection': 'district range zone hq',
  'POST /api/public/code-reports': everybody,
  'GET /api/code-reports': 'district hq',
  'POST /api/code-reports/resolve': 'district',
  'GET /api/registrations': 'district hq pro-dgp',
  'POST /api/registrations': 'hq pro-dgp',
  'POST /api/registrations/:id/confirm': 'hq pro-dgp',
  'GET /api/whatsapp-templates': 'district hq pro-dgp',
  'POST /api/whatsapp-templates': 'hq pro-dgp',
  'PUT /api/whatsapp-templates/:id': 'hq pro-dgp',
  'POST /api/whatsapp-templates/:id/agree': 'hq pro-dgp',
  'POST /api/whatsapp-templates/:id/withdraw': 'hq pro-dgp',
  'POST /api/whatsapp-templates/:id/discard': 'hq pro-dgp',
  'GET /api/board-specimens': 'district hq pro-dgp branch',
  'GET /api/board-specimens/:id/picture': 'district hq pro-dgp branch',
  'POST /api/board-specimens/:id/remove': 'district hq pro-dgp branch',
  'GET /api/closed-codes': 'district hq',
  'POST /api/closed-codes': 'district hq',
  'POST /api/closed-codes/:id/open': 'district hq',
  'GET /api/inspections/due': 'district range zone hq',
  'GET /api/inspections/board': 'district range zone hq',
  'POST /api/inspections': 'district range zone hq',
  'GET /api/district-letters': 'hq',
  'GET /api/district-letters/:district': 'hq',
  'GET /api/curve-events': 'hq',
  'GET /api/service-outcomes': 'hq',
  'POST /api/curve-events': 'hq',
  'POST /api/curve-events/:id/remove': 'hq',
  'POST /api/service-outcomes': 'hq',
  'POST /api/service-outcomes/:id/remove': 'hq',
  'GET /api/objections': 'district hq',
  'POST /api/objections': 'district',
  'POST /api/objections/:id/answer': 'hq',
  'GET /api/facts': 'hq pro-dgp admin',
  'GET /api/doctor': 'admin',
  'GET /api/offices': 'hq admin',
  'POST /api/offices': 'hq',
  'PUT /api/offices/:id': 'hq',
  'POST /api/offices/:id/end': 'hq',
  'POST /api/offices/:id/reopen': 'hq',
  'GET /api/breaches': 'hq admin',
  'POST /api/breaches': 'hq admin',
  'PUT /api/breaches/:id': 'hq admin',
  'GET /api/people/requests': 'hq admin',
  'POST /api/people/requests/:id/confirm': 'hq admin',
  'POST /api/people/requests/:id/refuse': 'hq admin',
  'GET /api/audit': 'hq admin',
  'GET /api/audit/count': 'hq admin',
  'GET /api/audit/verify': 'hq admin',
  'GET /api/audit/export.csv': 'hq admin',
};

/** Stays open: asked elsewhere. */
const streams = ['/api/progress/events', '/api/events'];
const samples: Readonly<Record<string, string>> = {
  day: '2019-04-12',
  id: '999999',
  appearance: '999999',
  code: 'XXXXXX',
  // Where the officers of the fixture are.
  district: 'agra',
  station: 'no-such-station',
  format: 'tiff',
  month: '2019-03',
  kind: 'board',
  field: 'certificate',
  reference: '999999',
  token: 'nobody-knows-it',
  file: 'no-such-file.mp3',
  script: 'no-such-script',
  paper: 'order',
  step: 'received',
  picture: 'no-such-picture.png',
  chart: 'downloads',
  sha256: '0'.repeat(64),
};

function sampleUrl(url: string): string {
  return url.replace('*', 'x').replace(/:(\w+)/g, (_whole, name: string) => {
    const sample = samples[name];
    if (sample === undefined) throw new Error(`Expected a sample for \`${name}\` of ${url}`);
    return sample;
  });
}

/** HEAD is made by Fastify for every GET and has its rule. */
function findIntention({ method, url }: RouteRule): string | undefined {
  return intentions[`${method === 'HEAD' ? 'GET' : method} ${url}`];
}

describe('roles and routes', async () => {
  const { service } = await borrowRouteConsole();
  const withSite = await createTestConsole(service.database, {
    prepare: ({ siteDir }) => writeFileSync(join(siteDir, 'index.html'), 'page'),
  });
  afterAll(() => withSite.close());
  // Officers of its own: what is asked here is counted for each.
  const callers = new Map<Role | 'nobody', Browser>([['nobody', service.browser()]]);
  for (const role of roles) callers.set(role, await service.officer(role));

  const allRules = () => [...service.app.routeRules, ...withSite.app.routeRules];

  test('every route has the rule that is meant, and nothing is meant that no route has', () => {
    for (const rule of allRules()) {
      const found = [rule.access].flat().toSorted().join(' ');
      const meant = findIntention(rule)?.replace(signed, everybody).split(' ').toSorted().join(' ');
      expect({ ...rule, access: found }).toEqual({ ...rule, access: meant });
    }
    const routes = new Set(allRules().map(({ method, url }) => `${method} ${url}`));
    expect(Object.keys(intentions).filter((intention) => !routes.has(intention))).toEqual([]);
  });

  test('the server that developers use passes on every route but the pages of the site', () => {
    const passed = ofService.map((pattern) => new RegExp(pattern));
    const ofSite = ['/', '/*'];
    expect(
      allRules()
        .filter(({ url }) => !ofSite.includes(url))
        .map(({ url }) => sampleUrl(url.replace(/\(.*\)/, '')))
        .filter((url) => !passed.some((pattern) => pattern.test(url))),
    ).toEqual([]);
  });

  describe.each(['nobody', ...roles] as const)('%s', (caller) => {
    test('is let in where it is meant, and nowhere else', async () => {
      const browser = callers.get(caller);
      if (browser === undefined) throw new Error(`Expected a caller for ${caller}`);
      let requests = 0;
      for (const rule of service.app.routeRules) {
        if (rule.method === 'HEAD' || streams.includes(rule.url)) continue;
        // A list is no body of any route, nor is that a format of any paper: a caller who is let in gets 400, and nothing is
        // changed or made.
        const url = `${sampleUrl(rule.url)}${rule.method === 'GET' ? '?format=none' : ''}`;
        const send = { GET: browser.get, POST: browser.post, PUT: browser.put }[rule.method];
        if (send === undefined) throw new Error(`Expected a way to send ${rule.method}`);
        const answer = await send(url, []);
        const meant = findIntention(rule)?.split(' ') ?? [];
        const letIn = meant.includes('public') || meant.includes(caller);
        const refused = caller === 'nobody' && !meant.includes(signed) ? 401 : 403;
        const got = [401, 403].includes(answer.statusCode) ? answer.statusCode : 'let in';
        expect(`${rule.method} ${url}: ${got}`).toBe(
          `${rule.method} ${url}: ${letIn ? 'let in' : refused}`,
        );
        expect(answer.statusCode, url).not.toBe(500);
        requests += 1;
      }
      expect(requests).toBeGreaterThan(20);
    });
  });
});
