import type { SocialLanguage } from './social.ts';

interface Place {
  /** Id of the campaign: it is in names that people see. */
  campaign: string;
  post: string;
  language: SocialLanguage;
}

const folder = ({ post, language }: Omit<Place, 'campaign'>) => `social/cards/${post}/${language}`;

/** Where a card is below the print folder; what makes it and what offers it ask here. */
export function cardPath(place: Place, surface: string, platform: string): string {
  return `${folder(place)}/${place.campaign}-${place.post}-${place.language}-${surface}-${platform}.png`;
}

/** The small picture by which a page shows a post. */
export function thumbnailPath(place: Omit<Place, 'campaign'>): string {
  return `${folder(place)}/thumbnail.png`;
}

export function captionPath(place: Omit<Place, 'campaign'>, platform: string): string {
  return `${folder(place)}/caption-${platform}.txt`;
}

export function altPath(place: Omit<Place, 'campaign'>): string {
  return `${folder(place)}/alt.txt`;
}

/** Files for a station's admin. */
export function packPaths(campaign: string, district: string, station: string) {
  const own = `social/${district}/${station}`;
  return {
    card: `${own}/${campaign}-${district}-${station}.png`,
    text: `${own}/sandesh.txt`,
    zip: `${own}/${campaign}-${district}-${station}.zip`,
  };
}

export function calendarPaths(campaign: string) {
  const base = `social/calendar/${campaign}-social`;
  return { ics: `${base}.ics`, csv: `${base}.csv`, pdf: `${base}.pdf` };
}
