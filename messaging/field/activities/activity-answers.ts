import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { doubtWords, photoFaultWords } from '../../../campaigns/words/photo-fault-words.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { BoardOutcome } from './boards.ts';
import type { FaultyPhoto } from './photo-upload.ts';

/** Sends what was entered with its picture, or why the picture was not taken. */
export function answerBoard(
  reply: FastifyReply,
  outcome: BoardOutcome | FaultyPhoto,
  directory: Directory,
): FastifyReply {
  if (outcome.kind === 'turned-down')
    return reply.code(422).send(describeTurnedDown(outcome, directory));
  if (outcome.kind === 'faulty') return sendPhotoFault(reply, outcome);
  const { activity, proof, capture } = outcome;
  return reply.send({ activity, proof, capture });
}

export function sendPhotoFault(reply: FastifyReply, { code }: FaultyPhoto): FastifyReply {
  return reply.code(422).send({ error: code, ...photoFaultWords[code] });
}

/** Names the station whose board the picture shows, and its entry: the phone offers to hand the picture in there. */
function describeTurnedDown(
  { proof, there }: Extract<BoardOutcome, { kind: 'turned-down' }>,
  directory: Directory,
) {
  const { place } = proof;
  const station = directory.stations.find(
    ({ district, id }) => district === place.district && id === place.station,
  );
  const district = directory.districts.find(({ id }) => id === place.district);
  const name = {
    hi: station === undefined ? place.station : stripName(station),
    en: station?.nameEn ?? place.station,
  };
  const texts = doubtWords[proof.kind]({
    hi: `${name.hi}, जनपद ${district?.nameHi ?? place.district}`,
    en: `${name.en}, ${district?.nameEn ?? place.district}`,
  });
  // The picture that it is said to be the same as: the officer sees both.
  const photo = proof.kind === 'reused' ? { photo: proof.photo } : {};
  return { error: proof.kind, ...texts, place, name, activity: there, ...photo };
}

/** Names of the station that an activity is of; null if it has no station. */
export function findStationNames(
  { district, station: id }: { district: string; station: string | null },
  directory: Directory,
): { hi: string; en: string; strip: string } | null {
  if (id === null) return null;
  const station = directory.stations.find((each) => each.district === district && each.id === id);
  if (station === undefined) return { hi: id, en: id, strip: id };
  return { hi: station.nameHi, en: station.nameEn, strip: stripName(station) };
}

/** A JPEG that is kept. */
interface KeptPicture {
  sha256: string;
  store: FileStore;
  path: string;
}

/** Sends a kept picture, or that the browser has it already. */
export async function sendKept(
  reply: FastifyReply,
  headers: IncomingHttpHeaders,
  { sha256, store, path }: KeptPicture,
): Promise<FastifyReply> {
  // Its name is the hash of what it holds.
  const etag = `"${sha256}"`;
  reply.header('etag', etag);
  if (headers['if-none-match'] === etag) return reply.code(304).send(null);
  const picture = await store.get(path);
  if (picture === undefined) throw new Refusal('not-found');
  return reply.type('image/jpeg').header('content-length', picture.bytes).send(picture.content);
}
