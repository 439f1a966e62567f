/** A refusal as Twilio's API answers it. */
export class EmulatedFault extends Error {
  override readonly name = 'EmulatedFault';
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, detail = '') {
    super(`${messages[code] ?? 'The request was refused'}${detail === '' ? '' : `: ${detail}`}`);
    this.status = status;
    this.code = code;
  }

  get body(): Record<string, unknown> {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}

/** Twilio's own words, from its error dictionary. */
const messages: Readonly<Record<number, string>> = {
  20003: 'Authenticate',
  20004: 'Method not allowed',
  20005: 'Account not active',
  20007: 'Page size too large',
  20009: 'Cannot delete this resource before it is complete',
  20429: 'Too Many Requests',
  20500: 'Internal Server Error',
  21201: "No 'To' number specified",
  21205: 'Invalid URL',
  21211: "Invalid 'To' Phone Number",
  21213: "'From' phone number is required",
  21214: "'To' phone number cannot be reached",
  21220: 'Call is not in-progress. Cannot redirect.',
  21266: "'To' and 'From' number cannot be the same",
  21408:
    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number",
  21481: 'Invalid PageToken',
  21602: 'Message body is required',
  21603: "A 'From' or 'MessagingServiceSid' parameter is required to send a message",
  21604: "The destination 'To' phone number is required to send an SMS",
  21606: "'From' number is not a valid message-capable Twilio number for this account",
  21610: 'Attempt to send to unsubscribed recipient',
  21611: "This 'From' number has exceeded the maximum number of queued messages",
  21614: "'To' number is not a valid mobile number",
  21617: 'The concatenated message body exceeds the 1600 character limit',
  21624: 'Invalid validity period value',
  21659: "'From' is not a Twilio phone number or Short Code country mismatch",
  21655: 'The ContentSid is invalid',
  21656: 'The ContentVariables parameter is invalid',
  21705: 'The Messaging Service is invalid',
  30409: 'This message cannot be canceled',
  35111: 'SendAt timestamp is missing',
  35114: 'Scheduling does not support this timestamp',
  35118: 'MessagingServiceSid is required to schedule a message',
  35126: 'The ScheduleType value provided is not supported for this channel',
};

/** `error_message` of a message that a carrier refused; null where the dictionary has no words for it. */
export function carrierMessage(code: number | null): string | null {
  return code === null ? null : (carrierMessages[code] ?? null);
}

const carrierMessages: Readonly<Record<number, string>> = {
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Carrier violation',
  30008: 'Unknown error',
};

export function notFound(path: string): EmulatedFault {
  const fault = new EmulatedFault(404, 20404);
  fault.message = `The requested resource ${path} was not found`;
  return fault;
}
