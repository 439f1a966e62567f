import { activityRefusals } from '../../campaigns/words/activity-refusals.ts';
import { phoneRefusals } from '../../campaigns/words/blast-refusals.ts';

/** Why a request was not done, for programs (`error`) and for officers in both languages. */
interface ApiErrorBody {
  error: string;
  hi: string;
  en: string;
  [detail: string]: unknown;
}

const texts = {
  ...activityRefusals,
  ...phoneRefusals,
  'sign-in-required': {
    status: 401,
    hi: 'कृपया पहले साइन इन करें',
    en: 'Please sign in first',
  },
  'not-allowed': {
    status: 403,
    hi: 'आपके कार्यालय को इसका अधिकार नहीं है',
    en: 'Your office may not do this',
  },
  'outside-area': {
    status: 403,
    hi: 'यह जनपद आपके कार्यक्षेत्र में नहीं है',
    en: 'This district is outside your area',
  },
  'second-factor-missing': {
    status: 403,
    hi: 'आपके दायित्व के लिए दो-चरणीय सत्यापन आवश्यक है; कृपया पहले उसे चालू करें',
    en: 'Your role needs a second factor; please set it up first',
  },
  'foreign-origin': {
    status: 403,
    hi: 'यह अनुरोध किसी दूसरे पते के पृष्ठ से आया है; कृपया सेवा को उसके अपने पते पर खोलें',
    en: 'This request came from a page of another address; please open the service at its own address',
  },
  'wrong-credentials': {
    status: 401,
    hi: 'ई-मेल या पासवर्ड सही नहीं है',
    en: 'E-mail or password is wrong',
  },
  'wrong-password': {
    status: 403,
    hi: 'पासवर्ड सही नहीं है',
    en: 'The password is wrong',
  },
  'wrong-code': {
    status: 401,
    hi: 'कोड सही नहीं है या उसका समय निकल चुका है',
    en: 'The code is wrong or has run out',
  },
  'sign-in-again': {
    status: 401,
    hi: 'समय समाप्त हो गया; कृपया ई-मेल और पासवर्ड से फिर शुरू करें',
    en: 'Time ran out; please begin again with e-mail and password',
  },
  locked: {
    status: 429,
    hi: 'बहुत बार गलत प्रयास हुआ; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'Too many wrong attempts; please try again later',
  },
  'too-many-requests': {
    status: 429,
    hi: 'बहुत अधिक अनुरोध आये; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'Too many requests; please try again later',
  },
  deactivated: {
    status: 403,
    hi: 'यह खाता बन्द कर दिया गया है',
    en: 'This account is deactivated',
  },
  'weak-password': {
    status: 400,
    hi: 'पासवर्ड 12 से 128 अक्षरों का हो और उसमें नाम या ई-मेल न आये',
    en: 'The password needs 12 to 128 characters and must not contain the name or e-mail',
  },
  'already-set-up': {
    status: 409,
    hi: 'दो-चरणीय सत्यापन पहले से चालू है',
    en: 'The second factor is already set up',
  },
  'not-set-up': {
    status: 409,
    hi: 'दो-चरणीय सत्यापन अभी चालू नहीं है',
    en: 'The second factor is not set up',
  },
  'link-void': {
    status: 410,
    hi: 'यह लिंक प्रयोग हो चुका है या इसका समय निकल चुका है; कृपया नया लिंक माँगें',
    en: 'This link was used or has run out; please ask for a new one',
  },
  'email-taken': {
    status: 409,
    hi: 'इस ई-मेल का खाता पहले से है',
    en: 'This e-mail has an account already',
  },
  'no-such-area': {
    status: 400,
    hi: 'इस दायित्व के लिए यह कार्यक्षेत्र मान्य नहीं है',
    en: 'This role cannot have this area',
  },
  'own-account': {
    status: 409,
    hi: 'अपने ही खाते पर यह कार्य नहीं किया जा सकता',
    en: 'This cannot be done to your own account',
  },
  'no-such-person': { status: 404, hi: 'यह खाता नहीं मिला', en: 'There is no such account' },
} as const satisfies Record<string, { status: number; hi: string; en: string }>;

type ApiErrorCode = keyof typeof texts;

interface ApiErrorDetails {
  /** Seconds after which it may be tried again. */
  retryAfterSeconds?: number;
  /** Stands beside the words in the answer. */
  more?: Record<string, unknown>;
  cause?: unknown;
}

/** Thrown in a route, answered by the server as JSON with its status. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly statusCode: number;
  readonly retryAfterSeconds: number | undefined;
  readonly #more: Record<string, unknown>;

  constructor(code: ApiErrorCode, { retryAfterSeconds, more = {}, cause }: ApiErrorDetails = {}) {
    super(texts[code].en, { cause });
    this.code = code;
    this.statusCode = texts[code].status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.#more = more;
  }

  get body(): ApiErrorBody {
    const { hi, en } = texts[this.code];
    return { error: this.code, hi, en, ...this.#more };
  }
}
