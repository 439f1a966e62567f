import type { VehiclePanel } from '../../../campaigns/vehicles/vehicles.ts';
import type { ShelfItem } from '../../shelf/item.ts';
import type { ShelfMaker, ShelfSources } from '../../shelf/maker.ts';
import { officeItem } from '../../shelf/office-item.ts';
import { openPressRoom, type PressRoom } from '../../shelf/press-item.ts';
import { measuringSheet } from './measuring-sheet.ts';
import { panelArtwork } from './panel-artwork.ts';
import { createVehicleImprints, panelBase } from './vehicle-place.ts';
import { vehicleTicket } from './vehicle-ticket.ts';

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
