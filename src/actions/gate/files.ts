// What lies in a folder of synthesized stacks, as the gate gets to see it.

export interface SynthFile {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  /** Links are never followed. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly sizeBytes: number;
  /** Of a file that is asked for and not too large. */
  readonly bytes?: Uint8Array;
}

/** The one file that cdktf writes for a stack. */
export const stackFile = 'cdk.tf.json';

/** Beside the stacks: what cdktf's own tools read. No Terraform runs in that folder. */
export const manifestFile = 'manifest.json';

/** Thirty times what a platform takes. */
export const maxFileBytes = 5_000_000;

/** What is read of a synthesized folder, and how much: five stacks are a handful of entries each. */
export const synthLimits = { reads: [stackFile, manifestFile], maxFileBytes, maxEntries: 1000 } as const;
