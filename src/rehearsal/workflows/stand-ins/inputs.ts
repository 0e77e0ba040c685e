// Reads the inputs of stand-ins as actions do.

/** Anything but `true` is false. */
export function isTrue(input: string | undefined): boolean {
  return input?.trim().toLowerCase() === 'true';
}
