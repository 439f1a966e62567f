import { choice, code, count, moment, text } from '../../../campaigns/fields/field.ts';
import { feature } from '../../kit/feature.ts';

/** Keys by which the app's team reports installs. A key is made elsewhere, as its secret is answered that once. */
export const installKeys = feature({
  name: 'install-key',
  path: 'install-keys',
  table: 'install_key',
  title: ['इंस्टॉल बताने की कुंजियाँ', 'Keys for reports of installs'],
  entry: (_id, { key }) => [`${key}`, `${key}`],
  empty: ['अभी कोई कुंजी नहीं बनी है।', 'No key has been made yet.'],
  read: 'install-key.manage',
  order: 'made_at DESC, key',
  fields: {
    key: code(['कुंजी की पहचान', 'Id of the key'], { max: 12 }),
    place: choice(['कुंजी कहाँ रहेगी', 'Where the key will lie'], {
      server: ['ऐप टीम के सर्वर पर (उचित)', 'On a server of the app’s team (better)'],
      app: ['ऐप के भीतर (निकाली जा सकती है)', 'In the app (can be taken out)'],
    }),
    dailyLimit: count(['एक दिन में अधिक से अधिक इंस्टॉल', 'Installs a day at most'], {
      min: 1,
      max: 1_000_000,
    }),
    madeBy: text(['बनाने वाले', 'Made by']),
    madeAt: moment(['कब', 'When']),
    revokedBy: text(['निरस्त करने वाले', 'Revoked by'], { maybe: true }),
    revokedAt: moment(['कब निरस्त', 'Revoked'], { maybe: true }),
    installs: count(['कुल इंस्टॉल', 'Installs in all'], {
      sql: `coalesce((SELECT sum(installs) FROM install_by_code AS c WHERE c.key_id = install_key.key), 0)`,
    }),
    today: count(['आज', 'Today'], {
      sql: `coalesce((SELECT taken FROM install_key_day AS d WHERE d.key_id = install_key.key
        AND d.day = (now() AT TIME ZONE 'Asia/Kolkata')::date), 0)`,
    }),
  },
  acts: {
    revoke: {
      kind: 'step',
      may: 'install-key.manage',
      button: ['निरस्त करें, गिनती रखें', 'Revoke, keep its count'],
      sure: ['हाँ, निरस्त करें, गिनती रखें', 'Yes, revoke, keep its count'],
      once: 'revokedAt',
      stamps: { by: 'revokedBy', at: 'revokedAt' },
    },
    discard: {
      kind: 'step',
      may: 'install-key.manage',
      held: 'report.import',
      button: ['निरस्त करें और उसकी गिनती हटाएँ', 'Revoke and take its count out'],
      sure: ['हाँ, निरस्त करें और उसकी गिनती हटाएँ', 'Yes, revoke and take its count out'],
      stamps: { by: 'revokedBy', at: 'revokedAt' },
    },
  },
});
