import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { reference as known } from '../../../campaigns/text-types.ts';
import { done, file, refusals, route } from '../../contract/route.ts';

// What the provider calls: its own signed forms, so that only the address has a schema.

/** The ledger's id of a message or a call of ours; `t` precedes that of a test. */
const reference = z.string().regex(/^t?\d{1,18}$/);
const sent = z.object({ reference });
/** The same, or `in` for a call to us. */
const call = z.object({ reference: z.union([z.literal('in'), reference]) });
const querystring = z.object({
  lang: z.enum(messageLanguages).default('hi'),
  round: z.coerce.number<number>().int().min(1).max(9).default(1),
  node: known({ max: 40 }).default('menu'),
});
export type CallQuery = z.output<typeof querystring>;

const status = { params: sent, response: { 204: done, ...refusals(400, 403, 503) } };
const twiml = { 200: file('text/xml', 'What is said, as TwiML'), ...refusals(400, 403) };

/** Status callbacks and replies of the provider. */
export const callbackRoutes = {
  message: route('POST /webhooks/twilio/messages/:reference', {
    summary: 'How far a message is',
    ...status,
  }),
  call: route('POST /webhooks/twilio/calls/:reference', {
    summary: 'How far a call is',
    ...status,
  }),
  reply: route('POST /webhooks/twilio/replies', {
    summary: 'What somebody wrote back',
    response: { ...twiml, ...refusals(503) },
  }),
};

/** WhatsApp by Meta's Cloud API: one address for all, signed in a header. */
export const metaRoutes = {
  verify: route('GET /webhooks/meta', {
    summary: 'Meta asks whether the address is ours',
    response: { 200: file('text/plain', 'The challenge'), ...refusals(403) },
  }),
  event: route('POST /webhooks/meta', {
    summary: 'How far WhatsApp messages are, and what somebody wrote',
    response: { 200: file('text/plain', 'Taken'), ...refusals(400, 403, 503) },
  }),
};

const tokenIn = z.object({ token: known({ max: 200 }) });
const receipt = {
  params: tokenIn.extend({ reference }),
  response: { 200: file('text/plain', 'Taken'), ...refusals(400, 403, 503) },
};
/** Exotel's word on a call; there is more in it, numbers too, which nobody reads. */
const exotelCall = z.object({
  CallSid: known({ max: 64 }).optional(),
  CustomField: reference.optional(),
  digits: known({ max: 32 }).optional(),
});
export type ExotelCallQuery = z.output<typeof exotelCall>;
/** A call to a number of ours; `From` and `To` are the older names of its two sides. */
const exotelMissed = z.object({
  CallSid: known({ max: 64 }).optional(),
  CallFrom: known({ max: 20 }).optional(),
  CallTo: known({ max: 20 }).optional(),
  From: known({ max: 20 }).optional(),
  To: known({ max: 20 }).optional(),
});
export type ExotelMissedQuery = z.output<typeof exotelMissed>;
const prompt = z.union([z.object({ audio_url: z.string() }), z.object({ text: z.string() })]);

/** The addresses that Exotel calls. It signs nothing: the token of the installation is in the address. */
export const exotelRoutes = {
  message: route('POST /webhooks/exotel/:token/messages/:reference', {
    summary: 'How far a message of Exotel is',
    ...receipt,
  }),
  call: route('POST /webhooks/exotel/:token/calls/:reference', {
    summary: 'How far a call of Exotel is',
    ...receipt,
  }),
  reply: route('POST /webhooks/exotel/:token/replies', {
    summary: 'What somebody wrote to the number for replies',
    params: tokenIn,
    response: { 200: file('text/plain', 'Taken'), ...refusals(403, 503) },
  }),
  missed: route('GET /voice/exotel/:token/missed', {
    summary:
      'A missed call, for its Passthru applet: the link is sent, or the caller has said stop',
    params: tokenIn,
    querystring: exotelMissed,
    response: { 200: file('text/plain', 'Taken'), ...refusals(400, 403) },
  }),
  menu: route('GET /voice/exotel/:token/menu', {
    summary: 'What an answered call of Exotel hears, for its Gather applet',
    params: tokenIn,
    querystring: exotelCall,
    response: {
      200: z.object({
        gather_prompt: prompt,
        max_input_digits: z.int(),
        finish_on_key: z.string(),
        input_timeout: z.int(),
        repeat_menu: z.int(),
        repeat_gather_prompt: prompt,
      }),
      ...refusals(400, 403, 404),
    },
  }),
  key: route('GET /voice/exotel/:token/key', {
    summary:
      'A key was pressed, for its Passthru applet: 302 goes back to the Gather applet, 200 on to the end; its body names the case of a Switch Case applet: `again`, `end` or `transfer-<number>`',
    params: tokenIn,
    querystring: exotelCall,
    response: {
      200: file('text/plain', 'The call ends'),
      302: file('text/plain', 'Another key is awaited'),
      ...refusals(400, 403),
    },
  }),
  said: route('GET /voice/exotel/:token/said', {
    summary: 'What is said before the end, for a Greeting applet: a text, or where it is recorded',
    params: tokenIn,
    querystring: exotelCall,
    response: { 200: file('text/plain', 'Text or address'), ...refusals(400, 403) },
  }),
};

/** The menu of our calls, and of calls to us; and the missed call that is answered by SMS. */
export const voiceRoutes = {
  audio: route('GET /voice/audio/:file', {
    summary: 'A recording of the call',
    params: z.object({ file: known({ max: 200 }) }),
    response: { 200: file('audio/mpeg', 'The recording'), ...refusals(404) },
  }),
  answered: route('POST /voice/twilio/:reference', {
    summary: 'A call was answered',
    params: call,
    querystring,
    response: twiml,
  }),
  key: route('POST /voice/twilio/:reference/key', {
    summary: 'A key was pressed',
    params: call,
    querystring,
    response: twiml,
  }),
  missed: route('POST /voice/twilio/missed', {
    summary: 'A missed call, which is answered by SMS',
    response: twiml,
  }),
};
