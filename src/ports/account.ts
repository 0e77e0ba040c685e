// What an AWS account has to have before anything here works in it: looked at, never changed.

export interface Account {
  whoAmI(): Promise<CallerIdentity>;
  /** Of tokens that this issuer signs. @param issuer its host, for example `token.actions.githubusercontent.com` */
  identityProvider(issuer: string): Promise<IdentityProvider | undefined>;
  role(name: string): Promise<TrustedRole | undefined>;
  bucket(name: string): Promise<BucketSettings | undefined>;
  /** A public zone of exactly that name. */
  hostedZone(domain: string): Promise<HostedZone | undefined>;
  /** Those of the region that are for exactly that name, `*.example.org` for instance. */
  certificates(name: string): Promise<readonly Certificate[]>;
}

export interface CallerIdentity {
  readonly accountId: string;
  readonly arn: string;
}

export interface IdentityProvider {
  readonly arn: string;
  /** For whom a token has to be meant. */
  readonly audiences: readonly string[];
}

export interface TrustedRole {
  readonly arn: string;
  /** The trust policy, parsed. */
  readonly trust: unknown;
  readonly boundaryArn?: string;
}

export interface BucketSettings {
  /** The name of the region, also where the API says nothing for the oldest. */
  readonly region: string;
  readonly isVersioned: boolean;
  /** `AES256`, `aws:kms`, ...; absent without encryption. */
  readonly encryption?: string;
  /** All four settings of its public access block. */
  readonly isPublicAccessBlocked: boolean;
  /** The bucket policy, parsed; absent without one. */
  readonly policy?: unknown;
}

export interface HostedZone {
  readonly id: string;
  readonly nameServers: readonly string[];
}

export interface Certificate {
  readonly arn: string;
  /** `ISSUED`, `PENDING_VALIDATION`, `EXPIRED`, ... */
  readonly status: string;
}
