import type { ProviderStatus } from './gateway.ts';

/** The meaning of a word of a delivery report in the ledger; the code says why a message did not arrive. */
export interface ReportedStatus {
  status: Extract<ProviderStatus, 'accepted' | 'undelivered' | 'delivered'>;
  code: string | null;
}

const arrived = ['delivered', 'delivrd', 'dlvrd', 'delivered to handset', 'success', 'successful'];
const arrivedHindi = ['वितरित', 'सुपुर्द', 'पहुँचा', 'पहुंचा', 'प्राप्त', 'सफल'];
/** The gateway has it, and does not say yet what became of it. */
const underWay =
  'submitted,submitted to network,submitted to operator,sent,accepted,acceptd,pending,sent/pending,queued,in queue,' +
  'message in queue,buffered,enroute,en route,in process,under process,processing,scheduled,unknown,awaited,dlr awaited,' +
  'reports pending,भेजा गया,प्रेषित,लम्बित,लंबित,प्रतीक्षित';
/**
 * By the code whose words are in campaigns/words/provider-codes.ts; the gateway took these, so they count as sent.
 */
export const lost: Readonly<Record<string, string>> = {
  FAILED_DND:
    'dnd,ndnc,ncpr,dnd number,dnd reject,dnd rejected,ndnc reject,ndnc rejected,ndnc error,ncpr reject,ncpr rejected,' +
    'failed dnd,failed-dnd,dnd fail,dnd failed,blocked by dnd,preference rejected,डीएनडी,डी०एन०डी०',
  EXPIRED: 'expired,validity expired,message expired,force expired,timeout,समय समाप्त,अवधि समाप्त',
  rejectd:
    'rejected,rejectd,reject,rejected by provider,rejected by operator,operator rejected,dropped,deleted,' +
    'अस्वीकृत,निरस्त',
  FAILED_BLACKLISTED: 'blacklist,blacklisted,blocked,blocked number,opt-out,optout,opted out',
  FAILED_SUBSCRIBER_UNAVAILABLE:
    'absent subscriber,absent,number not reachable,not reachable,unreachable,switched off,handset off,call barred,' +
    'call prohibited',
  FAILED_INVALID_NUMBER:
    'invalid,invalid number,invalid subscriber,invalid mobile number,unknown subscriber,number not exist',
  'memory-full':
    'memory full,inbox full,message inbox full,sms inbox full,memory capacity exceeded',
  FAILED_DLT_SCRUBBING:
    'dlt failed,dlt rejected,dlt scrubbing failed,template mismatch,template not matched,header not registered',
  FAILED_NETWORK_ERROR: 'network error,operator error,system failure,congestion',
  undeliv:
    'failed,fail,failure,undelivered,undeliv,not delivered,failed/undelivered,error,विफल,असफल,अवितरित,नहीं पहुँचा,' +
    'नहीं पहुंचा',
};

const words = new Map<string, ReportedStatus>();
for (const word of [...arrived, ...arrivedHindi]) add(word, { status: 'delivered', code: null });
for (const word of underWay.split(',')) add(word, { status: 'accepted', code: null });
for (const [code, list] of Object.entries(lost)) {
  for (const word of list.split(',')) add(word, { status: 'undelivered', code });
}

/** Those after which a message may arrive another day. */
export const retryableReportCodes: readonly string[] = [
  'EXPIRED',
  'FAILED_SUBSCRIBER_UNAVAILABLE',
  'FAILED_NETWORK_ERROR',
  'memory-full',
  'undeliv',
];

/**
 * Reads the status of a delivery report: the states of SMPP 3.4 (5.2.28, appendix B), which portals pass on, and the
 * words that portals of Indian providers show. C-DAC and NIC publish no list of theirs, so a word that is not here is
 * said to the officer and never guessed.
 */
export function readStatusWord(cell: string): ReportedStatus | null {
  return words.get(toKey(cell)) ?? null;
}

function add(word: string, status: ReportedStatus): void {
  words.set(toKey(word), status);
}

/** Case, blanks, hyphens and underscores make no difference. */
function toKey(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();
}
