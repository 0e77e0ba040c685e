// How the rehearsal's own AWS clients reach the emulator.
import type { Emulator } from './emulator/emulator.ts';

export type SdkConfig = ReturnType<typeof sdkConfig>;

export function sdkConfig({ url, environment }: Emulator) {
  const { AWS_REGION = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return { endpoint: url, region: AWS_REGION, credentials };
}
