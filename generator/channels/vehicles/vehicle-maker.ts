import type { Campaign } from '../../../campaigns/campaign.ts';
import type { VehiclePanel } from '../../../campaigns/channels/vehicles/vehicles.ts';
import { type Job, jobTicket } from '../../artwork/job-ticket.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { OfficeSheet } from '../../print/office-file.ts';
import type { ShelfItem, ShelfMaker, ShelfSources } from '../../shelf/item.ts';
import { officeItem, openPressRoom, type PressRoom } from '../../shelf/press-item.ts';
import { measuringSheet } from './measuring-sheet.ts';
import { panelArtwork } from './panel-artwork.ts';
import { createVehicleImprints, panelBase } from './vehicle-place.ts';

/** Panels with the code of the state or of districts; measuring sheets; a job ticket each. */
export const makeVehicles: ShelfMaker = async (sources) => {
  const { campaign, districts, stations } = sources;
  if (campaign.vehicles === undefined) return [];
  const { panels } = campaign.vehicles;
  const room = openPressRoom(sources, 'channels/vehicles/vehicle-maker.ts');
  const whole = districts.length === 0 && stations.length === 0;
  const shared = { sources, room };
  return [
    ...(whole ? placeItems(shared, null, panels) : []),
    ...(whole ? panels.map((panel) => measuringItem(shared, panel)) : []),
    ...districts.flatMap((district) => placeItems(shared, district, panels)),
  ];
};

interface Shared {
  sources: ShelfSources;
  room: PressRoom;
}

function placeItems(
  { sources, room }: Shared,
  district: string | null,
  panels: readonly VehiclePanel[],
): ShelfItem[] {
  const { campaign, directory, registry } = sources;
  const imprint = createVehicleImprints(campaign, directory, registry)(district);
  const made = panels.map((panel) => ({
    panel,
    code: imprint.code,
    file: `${panelBase(district, panel.id, campaign.id)}.pdf`,
  }));
  const whose = district === null ? campaign.copy.state.hi : imprint.name;
  return [
    ...panels.map((panel) =>
      room.item({
        artwork: panelArtwork(panel),
        imprint,
        base: panelBase(district, panel.id, campaign.id),
        district,
      }),
    ),
    officeItem(room, {
      item: 'job-ticket',
      path: `${panelBase(district, 'job-ticket', campaign.id)}.pdf`,
      district,
      title: `${campaign.app.name}: job ticket, vehicles, ${imprint.district}/${imprint.station}`,
      about: [district, made, whose],
      draw: ({ fonts }) => vehicleTicket(campaign, fonts, { whose, panels: made }),
    }),
  ];
}

const blank = '____________________';

/** The printer's paper for panels: what the MT section and the 112 service must have said, and what each panel is. */
function vehicleTicket(
  campaign: Campaign,
  fonts: Fonts,
  {
    whose,
    panels,
  }: { whose: string; panels: readonly { panel: VehiclePanel; file: string; code: string }[] },
): OfficeSheet[] {
  const models = new Map((campaign.vehicles?.models ?? []).map((each) => [each.id, each.name.hi]));
  const job: Job = {
    title: 'वाहनों के पैनल का कार्यादेश',
    subtitle: whose,
    facts: [
      ['112 सेवा की अनुमति', `संख्या ${blank}   दिनांक ____________   (वाहन की पोशाक 112 सेवा की है)`],
      ['क्रय आदेश सं०', `${blank}   अंतिम तिथि ____________   संपर्क ${blank}`],
      ['स्याही', 'CMYK, PDF/X-4, FOGRA39, 1:1; क्यूआर कोड केवल काली स्याही में: रंग न बदलें'],
      ['कटाई', 'ट्रिम पर, कोने गोल (नीचे हर पैनल का अर्धव्यास); ब्लीड चारों ओर'],
      ['नियम', 'शीशे पर कोई फ़िल्म नहीं (नियम 100)। परावर्तक: आगे सफ़ेद, पीछे लाल, किनारे पीला (नियम 104)'],
    ],
    warnings: panels.some(({ panel }) => !panel.confirmed)
      ? ['नाप पुष्ट नहीं है: पहले नाप का पत्रक वाहन पर रखकर जाँचें, फिर छापें']
      : [],
    signatures: ['एमटी शाखा: नाप सही', '112 सेवा: अनुमति', 'प्रिंटर: सामग्री, रंग'],
    rows: panels.map(({ panel, file, code }) => ({
      title: panel.name.hi,
      code,
      lines: [
        `${panel.widthMm} × ${panel.heightMm} मिमी, कोने ${panel.cornerMm} मिमी${panel.confirmed ? '' : ' (पुष्ट होना है)'}; ${panel.models.map((id) => models.get(id) ?? id).join(', ')}`,
        `${panel.material.hi}; संख्या ____________`,
        `फ़ाइल ${file}`,
      ],
    })),
  };
  return jobTicket(campaign, fonts, job);
}

function measuringItem({ sources: { campaign }, room }: Shared, panel: VehiclePanel): ShelfItem {
  const { widthMm, heightMm } = panel;
  return officeItem(room, {
    item: `measure-${panel.id}`,
    path: `vehicle/measure-${panel.id}.pdf`,
    district: null,
    title: `${campaign.app.name}: measuring sheet, ${panel.id}`,
    about: [panel],
    mm: { width: widthMm, height: heightMm },
    draw: ({ fonts }) => [measuringSheet(campaign, fonts, panel)],
  });
}
