import { z } from 'zod';
import { bilingual } from '../../bilingual.ts';
import { id } from '../../id.ts';

const size = z.int().positive();

const platform = z.strictObject({
  id,
  name: bilingual,
  outlet: id
    .nullable()
    .describe('Whose short code its posts carry; null for the code of the whole state'),
  link: z
    .enum(['clickable', 'plain'])
    .describe('Whether an address in a caption can be tapped; else it stands in the picture only'),
  captionLimit: z.strictObject({
    most: size,
    unit: z
      .enum(['weighted', 'characters'])
      .describe('weighted: as twitter-text counts; characters: code points'),
  }),
  titleLimit: size.nullable().describe('Code points; null where a post has no title'),
  hashtags: z.int().min(0).describe('Most that one post may have'),
});

const surface = z.strictObject({
  id,
  name: bilingual,
  shape: z.enum(['wide', 'square', 'portrait', 'story']).describe('The layout that it is drawn by'),
  px: z.strictObject({ width: size, height: size }),
  safe: z
    .strictObject({ width: size, height: size })
    .describe('Texts and code stay in the middle of this size'),
  platforms: z.array(id).min(1).describe('One picture for each, with its own code'),
  qr: z.boolean().describe('True where it is seen on another screen than the one that scans'),
  maxBytes: size,
});

const post = z.strictObject({
  id,
  service: id.nullable().describe('What of the app it speaks of; null for the app as a whole'),
  headline: bilingual.describe('A question, as people ask it; ~ keeps two words on one line'),
  answer: bilingual.describe('As above; {fee} and {services} are filled from the campaign'),
  action: bilingual.describe("Two or three words on the drawn phone's button"),
  picture: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('icon'),
      icon: z.string().describe('Name of an icon in assets/icons/phosphor'),
      badge: z.enum(['check', 'arrow-down', 'question']).describe('Stands small on the red disc'),
    }),
    z.strictObject({ kind: z.literal('missing-phone') }),
    z.strictObject({ kind: z.literal('services') }),
  ]),
  caption: z
    .strictObject({ shared: bilingual, own: z.partialRecord(id, bilingual).default({}) })
    .describe('`own` is for a platform that says it otherwise; {fee} and {services} as above'),
  hashtags: z
    .strictObject({ hi: z.array(z.string()), en: z.array(z.string()) })
    .describe('Without #; a platform takes as many from the front as it allows'),
  alt: bilingual.describe('For people who do not see the picture'),
});

const entry = z
  .strictObject({
    date: z.iso.date().optional(),
    week: z.int().positive().optional().describe('Counted from the calendar’s first Monday'),
    day: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']).optional(),
    slot: id,
    post: id,
    platforms: z.array(id).min(1),
    languages: z.array(z.enum(['hi', 'en'])).min(1),
  })
  .refine(
    ({ date, week, day }) => (date === undefined) === (week !== undefined && day !== undefined),
    'Expected either `date`, or `week` and `day`',
  );

/** Social media: posts, the platforms' limits and a plan of when to post. */
export const socialSchema = z.strictObject({
  altLimit: size.describe('Code points; the least that any platform allows'),
  platforms: z.array(platform).min(1),
  surfaces: z.array(surface).min(1),
  posts: z.array(post).min(1),
  closing: z
    .strictObject({ clickable: bilingual, plain: bilingual })
    .describe('Last line of each caption; {link} is the short address'),
  title: bilingual.describe('Of a video; {headline} is the post’s'),
  station: z.strictObject({
    step: z.string().min(1).describe('On the red step of the picture, over the text with the link'),
    emergency: z.string().min(1).describe('Line over the red bar of the picture'),
    text: z
      .string()
      .min(1)
      .describe('To paste into a group, in Hindi; {station}, {district} and {link}'),
    filmText: z
      .string()
      .min(1)
      .describe('To paste below the film, whose own address nobody can tap; {link}'),
    textLimit: size,
    px: z.strictObject({ width: size, height: size }),
    maxBytes: size,
    filmMaxBytes: size,
  }),
  calendar: z.strictObject({
    startsOn: z.iso.date().describe('A Monday'),
    proposal: z.boolean().describe('True until an officer has approved the plan'),
    slots: z.array(z.strictObject({ id, name: bilingual, time: z.string().regex(/^\d\d:\d\d$/) })),
    entries: z.array(entry),
  }),
});

export type Social = z.infer<typeof socialSchema>;
export type SocialPlatform = Social['platforms'][number];
export type SocialSurface = Social['surfaces'][number];
export type SocialPost = Social['posts'][number];
export type SocialPicture = SocialPost['picture'];
export type SocialLanguage = 'hi' | 'en';
