/** SQL for the id of the station of a recipient `r` in its district. */
export const stationId = '(SELECT n.station FROM station_number AS n WHERE n.number = r.station)';
