import type { MessageCategory } from '../../../campaigns/messages/messages.ts';
import type { MessageChannel, Reconcile } from '../../contract/values.ts';
import type { ErrorClass, PartialSubmission } from './send-error.ts';

/** One text message, ready to go. */
export interface OutgoingSms {
  /** The ledger's id; it comes back with the status where the gateway carries it. */
  reference: string;
  /** E.164 */
  to: string;
  body: string;
  /** Seconds during which the provider may try to deliver it. */
  validitySeconds: number;
  /** Registered ids, for gateways that take them. */
  templateId: string | null;
  principalEntityId: string | null;
  header: string;
  /** Under which the text is registered. */
  category: MessageCategory;
  /** Where an earlier submission ended between two parts. */
  rest?: PartialSubmission | undefined;
}

/** One outgoing call; what is said comes from the service when the call is answered. */
export interface OutgoingCall {
  reference: string;
  to: string;
  language: 'hi' | 'en';
  category: MessageCategory;
}

/** Names of one WhatsApp template: each provider has its own. */
export interface TemplateName {
  /** At Meta. */
  name: string;
  language: string;
  /** At Twilio; null until it was made there. */
  contentSid: string | null;
}

/** One WhatsApp message by an approved template. */
export interface OutgoingTemplate {
  reference: string;
  /** E.164 */
  to: string;
  template: TemplateName;
  /** Values of the text's variables, in order. */
  values: readonly string[];
  /** Address of the picture at its head. */
  picture: string | null;
  /** In the template's order: what follows the registered address, or what a tap sends back. */
  buttons: readonly { kind: 'app' | 'stop'; value: string }[];
}

/** Whether WhatsApp lets a template go; `missing` where the provider does not know it. */
export type TemplateState = 'approved' | 'pending' | 'rejected' | 'paused' | 'disabled' | 'missing';

/** A template as its provider has it. */
export interface TemplateReading {
  state: TemplateState;
  /** Meta's category in small letters, by which it prices and judges; null where the provider says none. */
  category: string | null;
  /** With its variables; null where the provider does not say it. */
  body: string | null;
  /** Its word on why it was rejected, such as `PROMOTIONAL`; null where it gives none. */
  reason: string | null;
}

export const missingTemplate: TemplateReading = {
  state: 'missing',
  category: null,
  body: null,
  reason: null,
};

/** A template that its provider is to review. */
export interface NewTemplate extends Omit<TemplateName, 'contentSid'> {
  category: string;
  /** With `{{1}}`, `{{2}}`, and a sample of each. */
  body: string;
  samples: readonly string[];
  footer: string;
  /** One that opens the app leads to this address with a blast's code behind it. */
  buttons: readonly { kind: 'app' | 'stop'; label: string }[];
  link: string;
  sampleCode: string;
}

/** Its provider surely did not take it: the code, and where it is not listed the provider's own words. */
export interface TemplateRefusal {
  refused: string;
  words: string | null;
}

/** Meta's word on the number from which the messages come. */
export interface SenderState {
  quality: 'green' | 'yellow' | 'red' | 'unknown';
  /** People who may be written to in 24 hours; null for no limit, or none that is said. */
  dailyLimit: number | null;
}

/** A way to WhatsApp; every adapter passes one conformance suite. */
export interface WhatsappPort {
  /** Codes after which the number gets a text instead, where the blast has one: it has no WhatsApp. */
  readonly noWhatsappCodes: readonly string[];
  /** @throws SendError */
  sendTemplate(message: OutgoingTemplate): Promise<Receipt>;
  /**
   * Answers somebody who wrote within the last 24 hours.
   * @throws SendError
   */
  reply(to: string, body: string): Promise<Receipt>;
  /** @throws SendError */
  readTemplate(template: TemplateName): Promise<TemplateReading>;
  /** @throws SendError */
  readSender(): Promise<SenderState>;
  /**
   * Hands in a template; undefined where that is done elsewhere. Never repeated here: after an ambiguous answer
   * `readTemplate` says whether it is there.
   * @throws SendError
   */
  submitTemplate?(template: NewTemplate): Promise<TemplateReading | TemplateRefusal>;
}

/** Ids of the parts in which a message travelled, each as its receipt will name it. */
export interface SentParts {
  /** Ids of the parts that the provider has. */
  ids: string[];
  /** Parts of the whole message. */
  total: number;
}

/** A receipt for one part of a message. */
export interface PartNews {
  partId: string;
  status: ProviderStatus;
  code: string | null;
  /** Digits of the phone, where the receipt has them. */
  number: string | null;
  /** Our own part of the receipt: the last sixteen bits of the ledger's id. */
  reference: number | null;
}

/** A message from a phone. */
export interface PhoneReply {
  /** Digits with the country's code. */
  number: string;
  body: string;
}

/** Takes what comes over a gateway's own link; each resolves to true once it is durable. */
export interface Inbox {
  receipt(news: PartNews): Promise<boolean>;
  reply(reply: PhoneReply): Promise<boolean>;
}

/** The provider has it; `providerId` names it there. */
export interface Receipt {
  providerId: string;
  /** Segments that the provider charges, where its answer says so. */
  segments?: number;
  /** Where receipts come for each part, by ids of the provider. */
  parts?: SentParts;
}

/** A message as a provider's listing shows it. */
export interface ListedMessage {
  providerId: string;
  /** Whether it came from this gateway's own sender, as far as the listing says. */
  sender: 'own' | 'other' | 'unsaid';
  /** As the provider shows it: with what it puts before it, cut out, or whole. */
  body: string;
  createdAt: Date;
  status: ProviderStatus;
  errorCode: string | null;
}

/** An answer to the question what was sent to a number. */
export interface Listing {
  /** The provider's own time when it began to answer; null where it says none. */
  at: Date | null;
  /** Whether nothing was left out. */
  complete: boolean;
  /** Newest first. */
  messages: ListedMessage[];
}

/** A page of all that a provider was sent, whatever the number. */
export interface ListedPage {
  /** Newest first; each with its number in E.164 form. */
  messages: (ListedMessage & { to: string })[];
  /** Names the page after it; null for the last. */
  next: string | null;
}

/** How far the provider has got, in our words. */
export type ProviderStatus = 'accepted' | 'delivered' | 'undelivered' | 'failed';

/** How the codes in a gateway's receipts (status callbacks) are read. */
export interface Receipts {
  classify(code: string): ErrorClass;
  /** Halting codes of a carrier's filter, which stops single messages every day: only many of them halt a blast. */
  readonly filterCodes: readonly string[];
}

/** A way to reach phones. Declared here by the code that uses it; every adapter passes one conformance suite. */
export interface Gateway {
  readonly name: string;
  readonly reconcile: Reconcile;
  /** After this long a request counts as ambiguous; a settle delay must be longer. */
  readonly requestTimeoutMs: number;
  /** Codes after which a message or a call to the same number may work another day: a retry takes those. */
  readonly retryableCodes: readonly string[];
  /** Undefined where no receipts come. */
  readonly receipts?: Receipts;
  /**
   * Messages that it carries at once; more would wait inside it, on record as submitted, and a kill would leave them in
   * doubt. Undefined where its sockets are the limit.
   */
  readonly places?: number;
  /** Undefined where it does not reach WhatsApp. */
  readonly whatsapp?: WhatsappPort;
  /** Defined where it carries WhatsApp alone: a text message is refused. */
  readonly texts?: 'refused';
  /** @throws SendError */
  sendSms(message: OutgoingSms): Promise<Receipt>;
  /**
   * Sends one text to several numbers by one request; undefined where each needs its own. What is thrown is true of all
   * of them.
   * @returns a receipt for each, in their order
   * @throws SendError
   */
  sendBulk?(messages: readonly OutgoingSms[]): Promise<Receipt[]>;
  /** Numbers that one request of `sendBulk` takes. */
  readonly bulkLimit?: number;
  /** Defined where its provider carries no promotional texts. */
  readonly promotion?: 'refused';
  /** The number from which its calls come, as its settings have it; defined beside `placeCall`. */
  readonly callerNumber?: string;
  /** Undefined where the gateway has no voice. */
  placeCall?(call: OutgoingCall): Promise<Receipt>;
  /** How long a message that was accepted may be missing in the listing; defined beside `listTo`. */
  readonly listingLagMs?: number;
  /**
   * All messages or calls to a number, whatever time they have; only with `reconcile: 'list'`.
   * @throws SendError
   */
  listTo?(to: string, kind: 'sms' | 'call'): Promise<Listing>;
  /**
   * One page of all messages or calls, newest first and as long as the provider makes it.
   * @param after what the page before it named; the first one without
   * @throws SendError
   */
  listPage?(kind: 'sms' | 'call', after?: string): Promise<ListedPage>;
  /** Takes receipts and replies over its own link from now on; undefined where they come by HTTP. */
  receive?(inbox: Inbox): void;
  /**
   * The settings by which ids of receipts that name no message would be ids of parts that were submitted; null when none
   * would. Defined beside `receive`.
   */
  findIdForms?(received: readonly string[], submitted: readonly string[]): string | null;
  /** In how many parts, each with a receipt, a text travels; defined beside `receive`. */
  countParts?(body: string): number;
  /**
   * Asks how far a part has got that was accepted; null when the provider does not say.
   * @throws SendError
   */
  queryPart?(partId: string, header: string): Promise<Pick<PartNews, 'status' | 'code'> | null>;
  /**
   * Asks the provider for something cheap, to see whether it answers and knows us; undefined where it has no such
   * read. It has its own sockets and time limit, so that a running blast does not make it fail.
   * @throws SendError
   */
  probe?(): Promise<void>;
  close(): Promise<void>;
}

/** How a message whose answer was lost is settled. A WhatsApp message has its link in a button, which no listing shows. */
export function findReconcile(
  gateway: Pick<Gateway, 'reconcile'> | undefined,
  channel: MessageChannel,
): Reconcile | undefined {
  return channel === 'whatsapp' ? 'callback' : gateway?.reconcile;
}

/** Whether a provider has to be told that a text is more than printable ASCII. */
export function needsUnicode(text: string): boolean {
  return /[^\u0020-\u007E\n]/u.test(text);
}
