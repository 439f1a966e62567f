import { ReviewNote } from '../../figures/ReviewNote.tsx';
import { useMe } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useHash } from '../../ui/use-hash.ts';
import { useLoad } from '../../ui/use-service.ts';
import { DistrictHome } from './DistrictHome.tsx';
import { DistrictLetters } from './DistrictLetters.tsx';
import { DistrictTable } from './DistrictTable.tsx';
import { StateFigures } from './StateFigures.tsx';
import { Tiles } from './Tiles.tsx';

/** Work that waits for the officer; below it the office's figures: the own district, the districts of the area, the state. */
export function HomeView() {
  const me = useMe();
  const chosen = new URLSearchParams(location.search).get('district');
  const hash = useHash();
  if (me.role === 'admin' || me.role === 'branch') return <Tiles />;
  const ownDistrict = me.role === 'district' ? (me.area ?? '') : null;
  // The tiles lead to the rows without naming the district.
  const asksRows = chosen !== null || hash === '#boards';
  const district = ownDistrict ?? chosen;
  if (district !== null && asksRows) return <DistrictHome district={district} rows />;
  return (
    <>
      <Tiles />
      {ownDistrict !== null ? <DistrictHome district={ownDistrict} rows={false} /> : <AreaHome />}
    </>
  );
}

function AreaHome() {
  const { role } = useMe();
  const { state, reload } = useLoad('GET /api/progress');
  useChanges(['activity', 'report'], reload);
  return (
    <Await state={state} retry={reload}>
      {(file) => {
        if (role === 'pro-dgp' || role === 'hq') {
          return (
            <div className="two">
              <StateFigures file={file} />
              <div>
                {role === 'hq' && <DistrictTable file={file} />}
                <ReviewNote />
                {role === 'hq' && <DistrictLetters />}
              </div>
            </div>
          );
        }
        return (
          <div className="two">
            <DistrictTable file={file} />
            <ReviewNote />
          </div>
        );
      }}
    </Await>
  );
}
