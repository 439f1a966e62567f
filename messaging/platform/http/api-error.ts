import { type RefusalCode, refusals } from '../../../campaigns/words/refusals.ts';

/** Why a request was not done, for programs (`error`) and for officers in both languages. */
interface ApiErrorBody {
  error: string;
  hi: string;
  en: string;
  [detail: string]: unknown;
}

const statuses: Record<RefusalCode, number> = {
  'wrong-input': 400,
  'address-too-long': 414,
  'ill-formed-text': 400,
  'number-in-text': 400,
  failed: 500,
  unavailable: 503,
  'no-file': 400,
  'wrong-form': 400,
  'too-many-parts': 413,
  'too-large': 413,
  'too-many-uploads': 429,
  'too-slow': 408,
  'disk-full': 507,
  'kit-under-way': 503,
  'too-many-files': 429,
  'proof-too-slow': 422,
  'proof-failed': 503,
  'no-such-script': 404,
  'no-such-take': 404,
  'unchecked-script': 409,
  'wrong-sound-type': 422,
  'unreadable-sound': 422,
  'sound-too-long': 422,
  'sound-too-fine': 422,
  'costly-file': 422,
  'no-sound-tool': 503,
  'sign-in-required': 401,
  'not-allowed': 403,
  'outside-area': 403,
  'second-factor-missing': 403,
  'foreign-origin': 403,
  'other-side': 421,
  'wrong-credentials': 401,
  'wrong-password': 403,
  'wrong-code': 401,
  'sign-in-again': 401,
  locked: 429,
  'too-many-requests': 429,
  'wrong-signature': 401,
  'old-signature': 401,
  'impossible-install': 422,
  'unknown-code': 422,
  deactivated: 403,
  'weak-password': 400,
  'own-password': 400,
  'passkey-refused': 400,
  'no-such-passkey': 404,
  'no-such-invitation': 404,
  'common-password': 400,
  'already-set-up': 409,
  'not-set-up': 409,
  'link-void': 410,
  'email-taken': 409,
  'no-such-area': 400,
  'own-account': 409,
  'no-such-person': 404,
  'no-such-request': 404,
  'own-request': 409,
  'administrator-decides': 409,
  'no-such-session': 404,
  'not-found': 404,
  'no-board-photo': 400,
  'wrong-entry': 400,
  exists: 409,
  'wrong-station': 422,
  'enough-reports': 429,
  stale: 409,
  'impossible-moment': 400,
  'not-possible': 409,
  'no-such-letter': 404,
  'letter-state': 409,
  'letter-without-link': 409,
  'wrong-invitations': 400,
  'kit-not-made': 409,
  'nothing-to-send': 409,
  'figure-reason': 409,
  'decided-already': 409,
  'press-note-blocked': 409,
  'press-note-unread': 409,
  'press-note-untyped': 409,
  'press-note-answers': 409,
  'press-note-reason': 400,
  'press-note-month': 409,
  'press-note-appeared': 409,
  'direction-empty': 409,
  'direction-figures': 400,
  'direction-bounds': 409,
  'activity-beyond': 409,
  'direction-remark': 400,
  'direction-taken-over': 409,
  'direction-name-known': 409,
  'direction-too-many': 409,
  'direction-event-known': 409,
  'direction-event-used': 409,
  'wrong-paper': 422,
  'enough-papers': 409,
  'no-points': 422,
  'not-approved': 403,
  'file-made-anew': 409,
  'no-press-file': 409,
  'order-closed': 409,
  'order-under-way': 409,
  'order-too-large': 400,
  'parcel-mark': 409,
  'code-share-used': 409,
  'codes-used-up': 409,
  'code-share-limit': 409,
  'wrong-status': 409,
  'wrong-role': 409,
  'own-draft': 409,
  'own-guest': 409,
  'shared-inviter': 409,
  'not-drafter': 409,
  'edited-since': 409,
  'no-remark': 409,
  'no-such-blast': 404,
  'no-such-list': 404,
  'no-such-gateway': 409,
  'sample-list': 409,
  'excluding-list': 409,
  'no-explicit-consent': 409,
  'reply-text': 409,
  'sent-here': 409,
  'pack-before-approval': 409,
  'no-voice': 409,
  'wrong-value': 400,
  'other-channel': 409,
  'not-ended': 409,
  'may-have-arrived': 409,
  'retried-already': 409,
  'canary-unseen': 409,
  problems: 409,
  'receipts-come': 409,
  'no-such-receipt-file': 404,
  'receipt-file-put-away': 409,
  'receipt-file-gone': 409,
  'not-sent': 502,
  'test-number-missing': 409,
  'test-code-limit': 429,
  'test-code-wrong': 409,
  'test-code-void': 409,
  'test-not-registered': 409,
  'test-faulty-text': 409,
  'test-hours': 409,
  'test-opted-out': 409,
  'test-dnd': 409,
  'test-limit-blast': 429,
  'test-limit-day': 429,
  'test-budget': 409,
  'test-unknown': 409,
  'no-mobile-number': 400,
  'wrong-report': 400,
  'unreadable-list': 400,
  retention: 400,
  'studio-stale': 409,
  'studio-unchanged': 409,
  'studio-faults': 409,
  'studio-layout': 409,
  'studio-host': 409,
  'studio-rollback-waits': 409,
  'administrator-waits': 409,
  emblem: 422,
  'detour-code': 409,
};

interface ApiErrorDetails {
  /** Seconds after which it may be tried again. */
  retryAfterSeconds?: number;
  /** Stands beside the words in the answer. */
  more?: Record<string, unknown>;
  /** In place of the code's own. */
  status?: number;
  cause?: unknown;
}

/** Thrown in a route, answered by the server as JSON with its status. */
export class ApiError extends Error {
  readonly code: RefusalCode;
  readonly statusCode: number;
  readonly retryAfterSeconds: number | undefined;
  readonly #more: Record<string, unknown>;

  constructor(code: RefusalCode, details: ApiErrorDetails = {}) {
    const { retryAfterSeconds, more = {}, status, cause } = details;
    super(refusals[code].en, { cause });
    this.code = code;
    this.statusCode = status ?? statuses[code];
    this.retryAfterSeconds = retryAfterSeconds;
    this.#more = more;
  }

  get body(): ApiErrorBody {
    const { hi, en } = refusals[this.code];
    return { error: this.code, hi, en, ...this.#more };
  }
}
