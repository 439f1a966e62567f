import type { FastifyReply } from 'fastify';
import type { Proof } from '../../../campaigns/activities/proof.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { toAnswer } from '../../platform/http/refusal-answers.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ActivityOutcome, ActivityRefusal } from './activity-book.ts';
import type { PhotoFault } from './photo-error.ts';

type Answer = {
  status: number;
  body: { error: string; hi: string; en: string } & Record<string, unknown>;
};

const photoFaults: Record<PhotoFault, { hi: string; en: string }> = {
  'not-a-photo': {
    hi: 'यह फ़ाइल फोटो नहीं है; JPEG, PNG, WebP, AVIF या HEIC फोटो भेजें',
    en: 'This file is no picture; send JPEG, PNG, WebP, AVIF or HEIC',
  },
  damaged: {
    hi: 'फोटो की फ़ाइल अधूरी या खराब है; कृपया दोबारा भेजें',
    en: 'The picture’s file is incomplete or damaged; please send it again',
  },
  'too-many-pixels': {
    hi: 'फोटो बहुत बड़ी है; 5 करोड़ पिक्सेल तक की फोटो भेजें',
    en: 'The picture is too large; send up to 50 million pixels',
  },
  'too-small': {
    hi: 'फोटो बहुत छोटी है; कैमरे की मूल फोटो भेजें',
    en: 'The picture is too small; send the camera’s own',
  },
  'not-a-paper': {
    hi: 'यह फ़ाइल न फोटो है न PDF; JPEG, PNG, WebP, AVIF, HEIC या PDF भेजें',
    en: 'This file is neither a picture nor a PDF; send JPEG, PNG, WebP, AVIF, HEIC or PDF',
  },
  'too-many-pages': {
    hi: 'PDF में 1 से 4 पृष्ठ होने चाहिए; केवल प्रमाण-पत्र या कतरन के पृष्ठ भेजें',
    en: 'The PDF must have 1 to 4 pages; please send those of the certificate or cutting only',
  },
  'too-many-parts': {
    hi: 'PDF में बहुत अधिक भाग हैं; सादी PDF या काग़ज़ की फ़ोटो भेजें',
    en: 'The PDF has too many parts; please send a plain PDF, or a picture of the paper',
  },
  locked: {
    hi: 'PDF पर पासवर्ड लगा है; पासवर्ड हटाकर या उसकी फोटो भेजें',
    en: 'The PDF has a password; please send it without one, or a picture of it',
  },
};

export function answerPhotoFault(code: PhotoFault): Answer {
  return { status: 422, body: { error: code, ...photoFaults[code] } };
}

/** Names the station whose board the picture shows. */
export function answerTurnedDown(
  proof: Extract<Proof, { kind: 'other-station' | 'reused' }>,
  directory: Directory,
): Answer {
  const { place } = proof;
  const station = directory.stations.find(
    ({ district, id }) => district === place.district && id === place.station,
  );
  const district = directory.districts.find(({ id }) => id === place.district);
  const hi = `${station === undefined ? place.station : stripName(station)}, जनपद ${district?.nameHi ?? place.district}`;
  const en = `${station?.nameEn ?? place.station}, ${district?.nameEn ?? place.district}`;
  const texts =
    proof.kind === 'other-station'
      ? {
          hi: `फोटो में लगे क्यूआर कोड के अनुसार यह बोर्ड ${hi} का है`,
          en: `By the QR code in the picture this is the board of ${en}`,
        }
      : {
          hi: `यही फोटो ${hi} के लिए पहले भेजी जा चुकी है`,
          en: `The same picture was handed in for ${en} before`,
        };
  // The picture that it is said to be the same as: the officer sees both.
  const photo = proof.kind === 'reused' ? { photo: proof.photo } : {};
  return { status: 422, body: { error: proof.kind, ...texts, place, ...photo } };
}

/** Sends the activity as it now is, or why nothing was changed. */
export function answer(reply: FastifyReply, outcome: ActivityOutcome, status = 200): FastifyReply {
  if (outcome.kind === 'done') return reply.code(status).send({ activity: outcome.activity });
  const { status: refused, body } = toAnswer(toRefusal(outcome));
  return reply.code(refused).send(body);
}

/** Why nothing was changed, for programs and in words. */
export function toRefusal({ kind: _, code, ...more }: ActivityRefusal): Refusal {
  return new Refusal(code, more);
}

/** Names of the station that an activity is of; null where it is of none. */
export function findStationNames(
  { district, station: id }: { district: string; station: string | null },
  directory: Directory,
): { hi: string; en: string; strip: string } | null {
  if (id === null) return null;
  const station = directory.stations.find((each) => each.district === district && each.id === id);
  if (station === undefined) return { hi: id, en: id, strip: id };
  return { hi: station.nameHi, en: station.nameEn, strip: stripName(station) };
}

export function answerWith(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).send(body);
}
