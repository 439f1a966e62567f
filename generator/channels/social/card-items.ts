import { writeFileSync } from 'node:fs';
import { writeCaption, writeTitle } from '../../../campaigns/channels/social/caption.ts';
import {
  altPath,
  captionPath,
  cardPath,
  thumbnailPath,
} from '../../../campaigns/channels/social/card-paths.ts';
import type {
  Social,
  SocialLanguage,
  SocialPost,
} from '../../../campaigns/channels/social/social.ts';
import type { PlannedShelfFile } from '../../../campaigns/shelf.ts';
import { drawnInputs } from '../../run/code-hash-fs.ts';
import { digest } from '../../run/digest.ts';
import { openSources } from '../../run/shared-layout.ts';
import { inRoom, plainFile, type ShelfItem, type ShelfSources } from '../../shelf/item.ts';
import { findPlatform, platformLink } from './links.ts';
import { openPostCard, shownBy } from './open-post-card.ts';

/** One item a post and language: its cards for all surfaces and platforms, captions and the alt text. */
export function cardItems(sources: ShelfSources, social: Social): ShelfItem[] {
  const drawn = drawnInputs(['channels/social/card-items.ts'], {
    campaign: sources.campaign,
    published: sources.config.published,
  });
  const tools = openSources(sources.config.published);
  return social.posts.flatMap((post) =>
    (['hi', 'en'] as const).map((language) =>
      cardItem({ sources, social, post, language, drawn, tools }),
    ),
  );
}

interface Context {
  sources: ShelfSources;
  social: Social;
  post: SocialPost;
  language: SocialLanguage;
  drawn: string;
  tools: Parameters<typeof openPostCard>[2];
}

function cardItem(context: Context): ShelfItem {
  const { sources, social, post, language, drawn } = context;
  const { campaign, registry } = sources;
  const texts = makeTexts(context);
  const files = [...cardFiles(context), ...texts.map(({ file }) => file)];
  const { copy, app, serviceGroups } = campaign;
  const inputs = [post, language, social.surfaces, copy, app, serviceGroups, files, texts];
  return {
    files,
    inputs: digest([drawn, JSON.stringify(inputs)]),
    async make(room, signal) {
      for (const { file, content } of texts) writeFileSync(inRoom(room, file.path), content);
      for (const surface of social.surfaces) {
        signal.throwIfAborted();
        const render = await openPostCard({ campaign, post, language }, surface, context.tools);
        for (const id of surface.platforms) {
          const { url } = platformLink(campaign, registry, findPlatform(social, id));
          const path = cardPath({ campaign: campaign.id, post: post.id, language }, surface.id, id);
          const [png, small] = render(url, path);
          writeFileSync(inRoom(room, path), png);
          if (small !== undefined && id === surface.platforms[0])
            writeFileSync(inRoom(room, thumbnailPath({ post: post.id, language })), small);
        }
      }
    },
  };
}

function cardFiles({ sources, social, post, language }: Context): PlannedShelfFile[] {
  const place = { campaign: sources.campaign.id, post: post.id, language };
  const preview = thumbnailPath(place);
  const cards = social.surfaces.flatMap((surface) =>
    surface.platforms.map((id): PlannedShelfFile => {
      const { code, url } = platformLink(
        sources.campaign,
        sources.registry,
        findPlatform(social, id),
      );
      return {
        ...plainFile,
        item: `card-${surface.id}-${id}`,
        format: 'png',
        path: cardPath(place, surface.id, id),
        language,
        px: surface.px,
        code,
        url: surface.qr ? url : null,
        preview,
      };
    }),
  );
  const thumbnail = { ...plainFile, item: 'thumbnail', format: 'png', path: preview, language };
  return social.surfaces.some(({ id }) => id === shownBy) ? [...cards, thumbnail] : cards;
}

interface Text {
  file: PlannedShelfFile;
  content: string;
}

function makeTexts({ sources, social, post, language }: Context): Text[] {
  const { campaign, registry } = sources;
  const place = { post: post.id, language };
  const text = (item: string, path: string, content: string): Text => ({
    file: { ...plainFile, item, format: 'txt', path, language },
    content: `${content}\n`,
  });
  const captions = social.platforms.map((platform) => {
    const { link } = platformLink(campaign, registry, platform);
    const caption = writeCaption({ social, post, platform, language, menu: campaign, link });
    const title = platform.titleLimit === null ? '' : `${writeTitle(social, post, language)}\n\n`;
    return text(`caption-${platform.id}`, captionPath(place, platform.id), title + caption);
  });
  return [...captions, text('alt', altPath(place), post.alt[language])];
}
