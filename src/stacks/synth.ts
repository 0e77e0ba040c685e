// Writes stacks as Terraform JSON into a folder, one folder a stack, without credentials and without the network.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { type BootstrapSettings, BootstrapStack } from './bootstrap-stack.ts';
import { mainService } from './names.ts';
import { type PlatformSettings, PlatformStack } from './platform-stack.ts';
import { type ServiceSettings, ServiceStack } from './service-stack.ts';

export type StackRequest =
  | ({ readonly kind: 'bootstrap' } & BootstrapSettings)
  | ({ readonly kind: 'platform' } & PlatformSettings)
  | ({ readonly kind: 'service' } & ServiceSettings);

export interface SynthesizedStack {
  /** `platform`, `service`, `service-pr-7`, `bootstrap`: also the first part of every construct path in it. */
  readonly name: string;
  /** Holds `cdk.tf.json`; a working folder for Terraform. */
  readonly folder: string;
}

export function synthesize(outFolder: string, requests: readonly StackRequest[]): readonly SynthesizedStack[] {
  mkdirSync(outFolder, { recursive: true });
  const app = new App({ outdir: outFolder });
  const stacks = requests.map((request) => {
    const name = stackName(request);
    addStack(app, name, request);
    return { name, folder: join(outFolder, 'stacks', name) };
  });
  app.synth();
  return stacks;
}

function stackName(request: StackRequest): string {
  return request.kind === 'service' && request.service !== mainService ? `service-${request.service}` : request.kind;
}

function addStack(app: App, name: string, request: StackRequest): void {
  switch (request.kind) {
    case 'bootstrap':
      new BootstrapStack(app, name, request);
      return;
    case 'platform':
      new PlatformStack(app, name, request);
      return;
    case 'service':
      new ServiceStack(app, name, request);
      return;
    default:
      request satisfies never;
  }
}
