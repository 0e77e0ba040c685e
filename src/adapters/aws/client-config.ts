// How a client of the AWS SDK is told where to go; the rest (credentials, proxies) it finds in its environment by itself.

export interface AwsClientConfig {
  readonly region: string;
  /** AWS_ENDPOINT_URL: an emulator, or a private endpoint. */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
}
