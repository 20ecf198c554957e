// An S3-compatible service in this process: objects of one bucket in memory, path style, in as many words of the protocol as
// the file store speaks. It checks that requests are signed by the right key, not the signature itself.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeS3 {
  endpoint: string;
  objects: Map<string, Buffer>;
  /** Parts of uploads that were neither completed nor aborted. */
  uploads: Map<string, Map<number, Buffer>>;
  /** "PUT key", for every request so far. */
  requests: string[];
  /** Answers the requests that this matches with an error. */
  failOn: { method: string; code: string; status: number } | null;
  close(): Promise<void>;
}

const BUCKET = 'spotter-test';
export const fakeS3Keys = { bucket: BUCKET, accessKeyId: 'AKTEST', secretAccessKey: 'secret' };

export async function startFakeS3(): Promise<FakeS3> {
  const fake: FakeS3 = {
    endpoint: '',
    objects: new Map(),
    uploads: new Map(),
    requests: [],
    failOn: null,
    close: async () => undefined,
  };
  const server = createServer((request, response) => void answer(fake, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fake.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return fake;
}

interface Call {
  method: string;
  key: string;
  query: URLSearchParams;
  range: string | undefined;
  body: Buffer;
}

async function answer(fake: FakeS3, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', fake.endpoint);
  const [, bucket, key = ''] = url.pathname.split('/');
  const { method = '' } = request;
  const body = Buffer.concat(await request.toArray());
  fake.requests.push(
    `${method} ${key}${url.searchParams.has('partNumber') ? ` part ${url.searchParams.get('partNumber')}` : ''}`,
  );
  const isSigned =
    /^AWS4-HMAC-SHA256 Credential=AKTEST\/\d{8}\/eu-west-1\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/.test(
      request.headers.authorization ?? '',
    );
  if (!isSigned || !request.headers['x-amz-date']) return fail(response, 403, 'AccessDenied');
  if (bucket !== BUCKET) return fail(response, 404, 'NoSuchBucket');
  if (fake.failOn?.method === method) return fail(response, fake.failOn.status, fake.failOn.code);
  act(fake, { method, key, query: url.searchParams, range: request.headers.range, body }, response);
}

function act(fake: FakeS3, call: Call, response: ServerResponse): void {
  const { method, key, query, body } = call;
  const uploadId = query.get('uploadId');
  if (method === 'POST' && query.has('uploads')) return beginUpload(fake, key, response);
  if (method === 'PUT' && uploadId) return putPart(fake, uploadId, Number(query.get('partNumber')), body, response);
  if (method === 'POST' && uploadId) return completeUpload(fake, uploadId, key, response);
  if (method === 'DELETE' && uploadId) return done(response, 204, () => fake.uploads.delete(uploadId));
  if (method === 'PUT') return done(response.setHeader('etag', '"whole"'), 200, () => fake.objects.set(key, body));
  if (method === 'DELETE') return done(response, 204, () => fake.objects.delete(key));
  if (method === 'GET' && key === '') return list(fake, query, response);
  return give(fake, call, response);
}

function done(response: ServerResponse, status: number, effect: () => unknown): void {
  effect();
  response.writeHead(status).end();
}

function beginUpload(fake: FakeS3, key: string, response: ServerResponse): void {
  const id = `upload-${fake.uploads.size + 1}`;
  fake.uploads.set(id, new Map());
  xml(
    response,
    `<InitiateMultipartUploadResult><Bucket>${BUCKET}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
  );
}

function putPart(fake: FakeS3, id: string, number: number, body: Buffer, response: ServerResponse): void {
  fake.uploads.get(id)?.set(number, body);
  response.writeHead(200, { etag: `"part${number}"` }).end();
}

function completeUpload(fake: FakeS3, id: string, key: string, response: ServerResponse): void {
  const parts = [...(fake.uploads.get(id) ?? [])].toSorted(([a], [b]) => a - b);
  fake.objects.set(key, Buffer.concat(parts.map(([, bytes]) => bytes)));
  fake.uploads.delete(id);
  xml(response, `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"all"</ETag></CompleteMultipartUploadResult>`);
}

/** Two keys a page, so that readers have to turn it. */
function list(fake: FakeS3, query: URLSearchParams, response: ServerResponse): void {
  const after = query.get('continuation-token') ?? '';
  const keys = [...fake.objects.keys()].toSorted().filter((key) => key > after);
  const page = keys.slice(0, 2);
  const more =
    keys.length > page.length
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1)}</NextContinuationToken>`
      : '<IsTruncated>false</IsTruncated>';
  xml(
    response,
    `<ListBucketResult>${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}${more}</ListBucketResult>`,
  );
}

function give(fake: FakeS3, { method, key, range }: Call, response: ServerResponse): void {
  const bytes = fake.objects.get(key);
  if (!bytes) return fail(response, 404, method === 'HEAD' ? 'NotFound' : 'NoSuchKey');
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  const part = start === undefined ? bytes : bytes.subarray(Number(start), Number(end) + 1);
  response.writeHead(range ? 206 : 200, {
    'content-length': part.length,
    'last-modified': 'Wed, 04 Mar 2026 12:00:00 GMT',
    etag: '"whole"',
  });
  response.end(method === 'HEAD' ? undefined : part);
}

function xml(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}
