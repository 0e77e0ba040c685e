// Plays S3 for whoever only wants to know that nothing is there yet: no lease, no lock, no slot that is taken.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmptyBucket {
  /** AWS_ENDPOINT_URL */
  readonly url: string;
  close(): void;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
const emptyList =
  '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>';

export async function openEmptyBucket(): Promise<EmptyBucket> {
  const server = createServer(({ method, url = '' }, response) => {
    const isList = method === 'GET' && url.includes('list-type=2');
    response.writeHead(isList ? 200 : 501, { 'content-type': 'application/xml' }).end(isList ? emptyList : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
