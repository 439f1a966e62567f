import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { can } from '../../../campaigns/offices/permission.ts';
import { readParcelCode } from '../../../campaigns/purchase-orders/parcel.ts';
import type { Identify } from '../../platform/http/access.ts';
import type { AttemptLimit } from '../../platform/http/attempt-limit.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { page } from '../../platform/http/html.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { stationNames, toReference } from './order-view.ts';
import { findOrder, findParcel, readLines, type StoredParcel } from './orders-sql.ts';
import type { Marker } from './parcel-marks.ts';
import { parcelPage } from './parcel-page.ts';
import { readVendorToken } from './vendor-cookie.ts';
import { findLanguage, sendWords, type VendorPageDependencies } from './vendor-routes.ts';
import { vendorWords } from './vendor-words.ts';

export interface ParcelPageDependencies
  extends Pick<VendorPageDependencies, 'database' | 'campaign' | 'directory' | 'links' | 'marks'> {
  identify: Identify;
  /** Codes that nobody gave, from one client. */
  wrongCodes: AttemptLimit;
}

type Params = { code: string; step: string };

const config = {
  config: { access: 'public', answers: 'own-page' },
  schema: { hide: true },
} as const;

/** What the code on a parcel's label opens: its printer marks it as sent there, an officer of its district as received. */
export function registerParcelPages(
  app: FastifyInstance,
  dependencies: ParcelPageDependencies,
): void {
  const { database, campaign, directory, links, marks, identify, wrongCodes } = dependencies;
  const { pool } = database;

  async function markerOf(
    request: FastifyRequest,
    parcel: StoredParcel,
  ): Promise<Marker | undefined> {
    const caller = await identify(request);
    const district = directory.districts.find(({ id }) => id === parcel.district);
    if (caller !== null && !caller.secondFactorMissing && district !== undefined) {
      const { actor } = caller;
      if (can(actor, 'parcel.receive', district)) return { actor };
    }
    const token = readVendorToken(request);
    const opened = token === undefined ? undefined : await links.open(token);
    if (opened?.kind !== 'open') return undefined;
    const { id, district: own, order } = opened.link;
    const isOwn = own === parcel.district && (order === null || order === parcel.orderId);
    return isOwn ? { vendorLink: id } : undefined;
  }

  /** The parcel, or undefined once the answer is sent. */
  async function openParcel(
    request: FastifyRequest<{ Params: Params }>,
    reply: FastifyReply,
  ): Promise<StoredParcel | undefined> {
    const language = findLanguage(request, campaign);
    const words = vendorWords[language];
    if (wrongCodes.isOver(identifyClient(request))) {
      reply.header('retry-after', '60');
      sendWords(reply, { status: 429, language, campaign }, [words.often, words.oftenText]);
      return undefined;
    }
    const code = readParcelCode(request.params.code);
    const parcel = code === undefined ? undefined : await findParcel(pool, code);
    if (parcel !== undefined) return parcel;
    wrongCodes.note(identifyClient(request));
    sendWords(reply, { status: 404, language, campaign }, [words.noParcel, words.noParcelText]);
    return undefined;
  }

  app.get<{ Params: Params }>('/p/:code', config, async (request, reply) => {
    const parcel = await openParcel(request, reply);
    if (parcel === undefined) return reply;
    const order = await findOrder(pool, parcel.orderId);
    const district = directory.districts.find(({ id }) => id === parcel.district);
    if (order === undefined || district === undefined) throw new Refusal('not-found');
    const marker = await markerOf(request, parcel);
    const language = findLanguage(request, campaign);
    const lines = await readLines(pool, [order.id]);
    const { title, body } = parcelPage({
      ...{ language, campaign, parcel, district },
      lines: lines.filter((line) => line.parcel === parcel.code),
      names: stationNames(directory, parcel.district)(parcel.station),
      reference: toReference(order),
      open: order.heldBy === null && order.cancelledBy === null,
      viewer: marker === undefined ? 'anybody' : 'actor' in marker ? 'officer' : 'vendor',
    });
    return reply.type('text/html; charset=utf-8').send(page(title, campaign, body, language));
  });

  app.post<{ Params: Params }>('/p/:code/:step', config, async (request, reply) => {
    const parcel = await openParcel(request, reply);
    if (parcel === undefined) return reply;
    const language = findLanguage(request, campaign);
    const words = vendorWords[language];
    const { step } = request.params;
    const marker = await markerOf(request, parcel);
    const allowed =
      marker === undefined
        ? []
        : 'actor' in marker
          ? ['received', 'undo-received']
          : ['dispatched', 'undo-dispatched'];
    if (marker === undefined || !allowed.includes(step))
      return sendWords(reply, { status: 403, language, campaign }, [
        words.notHere,
        words.notHereText,
      ]);
    const mark = step.endsWith('received') ? 'received' : 'dispatched';
    try {
      const change = step.startsWith('undo-') ? marks.undo : marks.mark;
      await change(parcel.code, mark, { marker, requestId: request.id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return sendWords(reply, { status: 409, language, campaign }, [
        words.refused,
        words.refusedText,
      ]);
    }
    return reply.redirect(`/p/${parcel.code}?lang=${language}`, 303);
  });
}
