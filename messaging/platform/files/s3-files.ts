import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { minuteMs } from '../../../campaigns/durations.ts';
import { checkFileName, type FileStore, type StoredFile } from './file-store.ts';

/** Where the files of an installation lie in an S3-compatible store. */
export interface S3Place {
  bucket: string;
  /** Empty, or with a slash at its end. */
  prefix: string;
  /** Address of a store that is not Amazon's. */
  endpoint: string | undefined;
  region: string;
}

/**
 * Reads `s3://bucket/prefix?endpoint=http://127.0.0.1:9000&region=ap-south-1`; the credentials are those of the usual
 * AWS variables.
 * @throws naming what is wrong
 */
export function readS3Place(url: string): S3Place {
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  const unknown = [...searchParams.keys()].find((key) => key !== 'endpoint' && key !== 'region');
  if (protocol !== 's3:' || hostname === '' || unknown !== undefined) {
    throw new Error(
      `Expected s3://bucket/prefix with endpoint and region at most for \`FILES_URL\`, got ${url}`,
    );
  }
  const path = pathname.replace(/^\/+|(?<!\/)\/+$/g, '');
  return {
    bucket: hostname,
    prefix: path === '' ? '' : `${decodeURIComponent(path)}/`,
    endpoint: searchParams.get('endpoint') ?? undefined,
    region: searchParams.get('region') ?? 'ap-south-1',
  };
}

export function createS3Client({ endpoint, region }: S3Place): S3Client {
  return new S3Client({
    region,
    // Stores other than Amazon's know neither buckets as host names nor its newer checksums.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    // A store that is away or silent ends a request, and holds none up for ever.
    requestHandler: { connectionTimeout: 5000, socketTimeout: minuteMs },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** Files in an S3-compatible store, which all machines share. */
export function openS3Files(client: S3Client, { bucket, prefix }: S3Place): FileStore {
  const toPlace = (name: string) => {
    checkFileName(name);
    return { Bucket: bucket, Key: prefix + name };
  };

  return {
    async put(name, content, { onlyNew = false } = {}) {
      const isHere = content instanceof Uint8Array;
      // Before the stream is opened, which would tell of a missing file by an event.
      const bytes = isHere ? content.length : (await stat(content.path)).size;
      try {
        await client.send(
          new PutObjectCommand({
            ...toPlace(name),
            Body: isHere ? content : createReadStream(content.path),
            ContentLength: bytes,
            ...(onlyNew && { IfNoneMatch: '*' }),
          }),
        );
        return true;
      } catch (error) {
        // The second is said when another request puts it at the same moment.
        if (onlyNew && [412, 409].includes(readStatus(error) ?? 0)) return false;
        throw error;
      }
    },
    async get(name, part) {
      const range = part && { Range: `bytes=${part.start}-${part.end}` };
      const command = new GetObjectCommand({ ...toPlace(name), ...range });
      const found = await unlessGone(client.send(command));
      if (found === undefined) return undefined;
      // The length of a part is not the file's: that is behind the slash of `bytes 0-9/100`.
      const whole = /\/(\d+)$/.exec(found.ContentRange ?? '')?.[1];
      const ContentLength = whole === undefined ? found.ContentLength : Number(whole);
      return {
        ...describe(name, { ...found, ContentLength }),
        content: found.Body as Readable,
      };
    },
    async head(name) {
      const found = await unlessGone(client.send(new HeadObjectCommand(toPlace(name))));
      return found && describe(name, found);
    },
    async delete(name) {
      await client.send(new DeleteObjectCommand(toPlace(name)));
    },
    async list(start) {
      const found: StoredFile[] = [];
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix + start });
      for await (const { Contents = [] } of pages) {
        for (const { Key = '', Size, ETag, LastModified } of Contents) {
          const name = Key.slice(prefix.length);
          found.push(describe(name, { ContentLength: Size, ETag, LastModified }));
        }
      }
      return found;
    },
  };
}

function describe(
  name: string,
  head: {
    ContentLength?: number | undefined;
    ETag?: string | undefined;
    LastModified?: Date | undefined;
  },
): StoredFile {
  const { ContentLength, ETag, LastModified } = head;
  if (ContentLength === undefined || ETag === undefined || LastModified === undefined) {
    throw new Error(`Expected length, ETag and time of ${name} from the store, got less`);
  }
  return { name, bytes: ContentLength, etag: ETag, changedAt: LastModified };
}

async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (readStatus(error) === 404) return undefined;
    throw error;
  }
}

function readStatus(error: unknown): number | undefined {
  return (error as Partial<S3ServiceException>).$metadata?.httpStatusCode;
}
