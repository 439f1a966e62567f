import type { FastifyReply } from 'fastify';
import type { Proof } from '../../campaigns/deeds/proof.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import type { DeedOutcome, DeedRefusal } from './deed-book.ts';
import type { PhotoFault } from './photo-error.ts';

type Answer = {
  status: number;
  body: { error: string; hi: string; en: string } & Record<string, unknown>;
};

const refusals: Record<DeedRefusal['code'], { status: number; hi: string; en: string }> = {
  'not-found': { status: 404, hi: 'यह प्रविष्टि नहीं मिली', en: 'There is no such entry' },
  'not-allowed': {
    status: 403,
    hi: 'आपके कार्यालय को इसका अधिकार नहीं है',
    en: 'Your office may not do this',
  },
  'no-board-photo': {
    status: 400,
    hi: 'फोटो केवल थाने के बोर्ड की प्रविष्टि के साथ भेजी जाती है',
    en: 'Pictures go with entries of a station’s board only',
  },
  'wrong-entry': {
    status: 400,
    hi: 'प्रविष्टि में कोई मान छूटा है या सही नहीं है',
    en: 'A value of the entry is missing or wrong',
  },
  exists: {
    status: 409,
    hi: 'इस थाने के बोर्ड की प्रविष्टि पहले से है; उसी में सुधार करें',
    en: 'This station’s board is entered already; correct that entry',
  },
  stale: {
    status: 409,
    hi: 'इस बीच यह प्रविष्टि बदल गयी है; कृपया उसे दोबारा देखें',
    en: 'The entry was changed in the meantime; please look at it again',
  },
  'not-possible': {
    status: 409,
    hi: 'प्रविष्टि की वर्तमान स्थिति में यह सम्भव नहीं है',
    en: 'This is not possible in the entry’s present state',
  },
};

const photoFaults: Record<PhotoFault, { hi: string; en: string }> = {
  'not-a-photo': {
    hi: 'यह फाइल फोटो नहीं है; JPEG, PNG, WebP, AVIF या HEIC फोटो भेजें',
    en: 'This file is no picture; send JPEG, PNG, WebP, AVIF or HEIC',
  },
  damaged: {
    hi: 'फोटो की फाइल अधूरी या खराब है; कृपया दोबारा भेजें',
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
  'took-too-long': {
    hi: 'फोटो को पढ़ने में बहुत समय लगा; कृपया दूसरी फोटो भेजें',
    en: 'Reading the picture took too long; please send another one',
  },
};

/** What a route answers when nothing was changed. */
function answerRefusal(refusal: DeedRefusal): Answer {
  const { kind: _, code, ...more } = refusal;
  const { status, hi, en } = refusals[code];
  return { status, body: { error: code, hi, en, ...more } };
}

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
  return { status: 422, body: { error: proof.kind, ...texts, place } };
}

/** Sends the deed as it now is, or why nothing was changed. */
export function answer(reply: FastifyReply, outcome: DeedOutcome, status = 200): FastifyReply {
  if (outcome.kind === 'done') return reply.code(status).send({ deed: outcome.deed });
  return answerWith(reply, answerRefusal(outcome));
}

export function answerWith(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).send(body);
}
