// What all records in the table of DynamoDB have in common: numbers, instants, and writes that are refused.

interface Refusal extends Error {
  /** The record as it was, where the write asked for it. */
  readonly Item?: Readonly<Record<string, { readonly S?: string; readonly N?: string }>>;
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** @returns false when the condition did not hold */
export async function unlessRefused(sending: Promise<unknown>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

export function numberOf(value: number): { readonly N: string } {
  return { N: String(value) };
}

/** Whole ones since 1970, as the table's own expiry counts. */
export function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
