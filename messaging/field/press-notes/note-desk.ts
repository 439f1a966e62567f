import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory, District } from '../../../campaigns/directory/station.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { stripName, stripNameEn } from '../../../campaigns/directory/strip-name.ts';
import { printedUrl, typedUrl } from '../../../campaigns/links/links.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { type KnownWords, knownWords } from '../../../campaigns/press-notes/check-text.ts';
import { type FieldFault, fieldFaults } from '../../../campaigns/press-notes/field-faults.ts';
import { knownPlaces } from '../../../campaigns/press-notes/known-places.ts';
import {
  type NoteContext,
  noteContent,
  type PressNoteContent,
} from '../../../campaigns/press-notes/note-content.ts';
import type { PressNoteFields } from '../../../campaigns/press-notes/note-fields.ts';
import type { PressNotes } from '../../../campaigns/press-notes/press-notes.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';

export interface NoteDeskOptions {
  campaign: Campaign;
  pressNotes: PressNotes;
  directory: Directory;
  registry: () => Pick<Registry, 'codeFor'>;
  today: () => Day;
}

/** What the notes of a district are made of, and the notes in words. */
export interface NoteDesk {
  /** Host of the links, and whether its owner has confirmed that it answers. */
  host(): { host: string; confirmed: boolean };
  /** The app's name. */
  app(): string;
  district(id: string): District | undefined;
  /** First and last day of which something can be reported. */
  days(): { first: Day; last: Day };
  stations(district: District): { id: string; name: Bilingual }[];
  /** Names of its stations and of all districts, which are no finding. */
  places(district: District): string[];
  known(district: District): KnownWords;
  services(): { id: string; name: Bilingual }[];
  context(district: District): NoteContext;
  faults(district: District, fields: PressNoteFields): FieldFault[];
  write(
    district: District,
    fields: PressNoteFields,
    issued?: { number: number; year: number; on: Day },
  ): PressNoteContent;
}

const byHindi = new Intl.Collator('hi');

export function createNoteDesk(options: NoteDeskOptions): NoteDesk {
  const { campaign, pressNotes, directory, registry, today } = options;
  const days = () => ({ first: campaign.goal.startsOn, last: today() });
  // Cyber stations have no board, and cases.
  const stations = ({ id }: District) =>
    stationsOf(directory, id)
      .sort((one, other) => byHindi.compare(one.nameHi, other.nameHi))
      .map((station) => ({
        id: station.id,
        name: { hi: stripName(station), en: stripNameEn(station) },
      }));
  const services = () =>
    campaign.serviceGroups.flatMap((group) => group.services.map(({ id, name }) => ({ id, name })));
  const places = ({ id }: District) =>
    knownPlaces({ districts: directory.districts, stations: stationsOf(directory, id) });

  function context(district: District): NoteContext {
    const code = registry().codeFor({ scope: 'district', district: district.id }, 'newspaper');
    const link = printedUrl(campaign.links.host, code);
    return {
      pressNotes,
      district: { hi: district.nameHi, en: district.nameEn },
      services: new Map(services().map(({ id, name }) => [id, name])),
      stations: new Map(stations(district).map(({ id, name }) => [id, name])),
      app: campaign.app.name,
      force: campaign.copy.state,
      link,
      typedLink: typedUrl(link),
      number: null,
      issuedOn: null,
    };
  }

  return {
    district: (id) => directory.districts.find((district) => district.id === id),
    app: () => campaign.app.name,
    host: () => ({ host: campaign.links.host, confirmed: campaign.links.confirmed }),
    days,
    stations,
    places,
    known: (district) => knownWords(places(district), pressNotes.sections),
    services,
    context,
    faults(district, fields) {
      const { first, last } = days();
      return fieldFaults(fields, {
        pressNotes,
        stations: stations(district).map(({ id }) => id),
        months: { first: first.slice(0, 7), last: last.slice(0, 7) },
        days: { first, last },
        services: services().map(({ id }) => id),
      });
    },
    write: (district, fields, issued) =>
      noteContent(fields, {
        ...context(district),
        number: issued ?? null,
        issuedOn: issued?.on ?? null,
      }),
  };
}
