// Secrets by their versions and stages; nothing here ever reads what is secret.

export interface SecretVersion {
  readonly id: string;
  /** `AWSCURRENT`, `AWSPENDING`, `AWSPREVIOUS`: https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html */
  readonly stages: readonly string[];
}

export interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly isRotationEnabled: boolean;
  readonly lastRotatedAt?: string;
  readonly versions: readonly SecretVersion[];
}

export interface Secrets {
  /** @returns nothing when there is none */
  describe(id: string): Promise<Secret | undefined>;
  /** Begins a rotation at once. @param token becomes the id of the new version, so that the same token rotates once */
  rotate(id: string, token: string): Promise<void>;
}
