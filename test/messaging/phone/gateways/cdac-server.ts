import { createHash } from 'node:crypto';
import { createCdacGateway } from '../../../../messaging/phone/gateways/cdac.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { type CheckServer, startCheckServer } from './check-server.ts';
import { expectField, hasty } from './conformance.ts';

const cdacAccount = { username: 'uppolice', password: 'pässword', departmentKey: 'key-1' };

export function openCdacGateway(baseUrl: string, timing = hasty): Gateway {
  return createCdacGateway({
    ...cdacAccount,
    baseUrl,
    ...timing,
    sockets: 32,
    bulkNumbers: 50,
  });
}

/** Mobile Seva, which takes a form only when every detail of it is right. */
export function startCdacServer(): Promise<CheckServer> {
  return startCheckServer({
    read(request, fields) {
      if (request.method !== 'POST' || request.url !== '/esms/sendsmsrequestDLT') {
        throw new Error(
          `Expected POST /esms/sendsmsrequestDLT, got ${request.method} ${request.url}`,
        );
      }
      if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') {
        throw new Error('Expected a form');
      }
      const content = fields.get('content') ?? '';
      const unicode = fields.get('smsservicetype') === 'unicodemsg';
      const allowed = [
        fields.get('bulkmobno') === null ? 'mobileno' : 'bulkmobno',
        'content',
        'key',
        'password',
        'senderid',
        'smsservicetype',
        'templateid',
        'username',
      ].toSorted();
      if ([...fields.keys()].sort().join() !== allowed.join())
        throw new Error(`Fields ${[...fields.keys()]}`);
      const bulk = fields.get('bulkmobno') !== null;
      if (!unicode) expectField(fields, 'smsservicetype', bulk ? 'bulkmsg' : 'singlemsg');
      if (unicode && !/^(&#\d+;)+$/.test(content)) throw new Error('Expected entities only');
      expectField(fields, 'username', cdacAccount.username);
      expectField(
        fields,
        'password',
        createHash('sha1').update(cdacAccount.password).digest('hex'),
      );
      expectField(fields, 'templateid', '1234567890123456789');
      const key = createHash('sha512');
      key.update(`uppoliceUPPOLC${content}key-1`, 'utf8');
      expectField(fields, 'key', key.digest('hex'));
      const numbers = (fields.get(bulk ? 'bulkmobno' : 'mobileno') ?? '').split(',');
      if (unicode && !bulk) throw new Error('Expected `bulkmobno` for a text in Unicode');
      for (const number of numbers) {
        if (!/^91\d{10}$/.test(number)) throw new Error('Expected 91 and ten digits');
      }
      const body = content.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
      return numbers.map((number) => ({ to: `+${number}`, body }));
    },
    accept: (number) => `402,MsgID = 2411202600${number}uppolice`,
    refuseLogin: () => '401 Credentials Error, may be invalid username or password',
  });
}
