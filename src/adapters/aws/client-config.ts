// How a client of the AWS SDK is told where to go; the rest (credentials, proxies) it finds in its environment by itself.

import type { CallGuard } from '../../ports/runbook-ports.ts';

export interface AwsClientConfig {
  readonly region: string;
  /** AWS_ENDPOINT_URL: an emulator, or a private endpoint. */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  /** Told of every call before it is sent, where somebody holds them against what may be called. */
  readonly onCall?: CallGuard;
}
