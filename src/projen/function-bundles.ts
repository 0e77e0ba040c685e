// Bundles the Lambda functions, each into one file: what runs in AWS is committed, and the same sources always give the same bytes.
import { build } from 'esbuild';

/** Each is a folder of src/functions with a `handler.ts`. */
export const functionNames = ['alarm-forwarder'] as const;

export interface FunctionBundle {
  /** Within the repository. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export async function bundleFunctions(): Promise<readonly FunctionBundle[]> {
  return await Promise.all(
    functionNames.map(async (name) => {
      const { outputFiles } = await build({
        entryPoints: [`src/functions/${name}/handler.ts`],
        write: false,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node22',
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'warning',
        // The runtime has the SDK: https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-sdk-included
        external: ['@aws-sdk/*', '@smithy/*'],
      });
      return { path: `dist/functions/${name}.mjs`, bytes: outputFiles[0]?.contents ?? new Uint8Array() };
    }),
  );
}
