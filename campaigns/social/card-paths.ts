import type { SocialLanguage } from './social.ts';

type Place = { post: string; language: SocialLanguage };

const folder = ({ post, language }: Place) => `social/cards/${post}/${language}`;

/** Where a card lies below the print folder; what makes it and what offers it ask here. */
export function cardPath(place: Place, surface: string, platform: string): string {
  return `${folder(place)}/up-cop-${place.post}-${place.language}-${surface}-${platform}.png`;
}

/** The small picture by which a page shows a post. */
export function thumbnailPath(place: Place): string {
  return `${folder(place)}/thumbnail.png`;
}

export function captionPath(place: Place, platform: string): string {
  return `${folder(place)}/caption-${platform}.txt`;
}

export function altPath(place: Place): string {
  return `${folder(place)}/alt.txt`;
}

/** What a station's admin takes. */
export function packPaths(district: string, station: string) {
  const own = `social/${district}/${station}`;
  return {
    card: `${own}/up-cop-${district}-${station}.png`,
    text: `${own}/sandesh.txt`,
    zip: `${own}/up-cop-${district}-${station}.zip`,
  };
}

export const calendarPaths = {
  ics: 'social/calendar/up-cop-social.ics',
  csv: 'social/calendar/up-cop-social.csv',
  pdf: 'social/calendar/up-cop-social.pdf',
} as const;
