// Where the lock and the states of an environment lie in the state bucket.

/** Held by a run while it changes the environment; what people hold is another document. */
export function environmentLockKey(environment: string): string {
  return `locks/${environment}.json`;
}

/** Terraform's own: https://developer.hashicorp.com/terraform/language/backend/s3#state-locking */
export function stateLockKeys(environment: string): readonly string[] {
  return ['platform', 'service'].map((layer) => `${environment}/${layer}.tfstate.tflock`);
}
